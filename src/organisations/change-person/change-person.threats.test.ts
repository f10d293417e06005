import { expect, test } from 'vitest';
import {
  heldBy,
  logged,
  memberOf,
  organisationId,
  practiceCode,
  practiceWithMainContact,
} from '../../../tests/support/people-here.ts';
import { addBranch } from '../../../tests/support/portal-people.ts';
import { someoneWaits } from '../../../tests/support/someone-waits.ts';
import { minutes } from '../../kernel/duration.ts';
import { NotAllowed, NotFound } from '../../kernel/endings.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { endMember } from '../members/end-member.ts';
import type { Member } from '../members/member.ts';
import { findById, holdOrganisation } from '../places/organisation.store.ts';
import type { RoleName } from '../roles/roles.ts';
import { changeDetails } from './change-details.ts';
import { changeRoles, rolesBasis } from './change-roles.ts';
import { detailsBasis, detailsOf } from './details.ts';

const order: RoleName = { service: 'supplies', role: 'order-clerk' };
const claims: RoleName = { service: 'payments', role: 'view-claims' };
const deputy: RoleName = { service: 'portal', role: 'deputy' };

const rolesOf = (member: Member, chosen: readonly RoleName[], code = practiceCode) => ({
  code,
  id: member.id,
  chosen,
  basis: rolesBasis(member),
});

async function people() {
  const { run, amara } = await practiceWithMainContact();
  const cora = await logged(run, { name: 'Cora Lane', roles: { [practiceCode]: ['portal/deputy'] } });
  const dora = await logged(run, {
    name: 'Dora Payne',
    roles: { [practiceCode]: ['payments/administrator'] },
  });
  const ben = await run.addPerson({ name: 'Ben Okoro', roles: { [practiceCode]: ['portal/member'] } });
  return { run, amara, cora, dora, ben };
}

test('threat: a member of another practice is not found, whichever address names them', async () => {
  const { run, amara } = await people();
  const theirs = await run.addPerson({ name: 'Fern Ash', roles: { Z90001: ['portal/member'] } });
  const member = await memberOf(run, theirs, 'Z90001');
  const actor = await amara.actor();
  await expect(changeRoles(run.needs, actor, rolesOf(member, [order]))).rejects.toThrow(NotFound);
  await expect(changeRoles(run.needs, actor, rolesOf(member, [order], 'Z90001'))).rejects.toThrow(NotAllowed);
  const away = [practiceCode, 'Z90001'].map((code) =>
    amara.browser.get(`/organisations/${code}/users/${member.id}/roles`),
  );
  expect((await Promise.all(away)).map(({ status }) => status)).toEqual([404, 403]);
});

test('threat: a deputy changes neither the main contact nor another deputy, and names none', async () => {
  const { run, amara, cora, ben } = await people();
  const other = await run.addPerson({ name: 'Gita Rao', roles: { [practiceCode]: ['portal/deputy'] } });
  const actor = await cora.actor();
  for (const person of [amara.person, other]) {
    const member = await memberOf(run, person);
    const details = { ...detailsOf(member), jobTitle: 'Nobody', basis: detailsBasis(member) };
    const change = { code: practiceCode, id: member.id, ...details };
    await expect(changeDetails(run.needs, actor, change)).rejects.toThrow(NotAllowed);
  }
  const member = await memberOf(run, ben);
  const named = rolesOf(member, [...member.roles, deputy]);
  await expect(changeRoles(run.needs, actor, named)).rejects.toThrow(NotAllowed);
  expect(await heldBy(run, ben.id)).toEqual(['Z90002 portal/member']);
});

test('threat: an administrator of one service gives no role of another, and raises nobody to deputy', async () => {
  const { run, dora, ben } = await people();
  const actor = await dora.actor();
  const member = await memberOf(run, ben);
  for (const role of [order, deputy])
    await expect(changeRoles(run.needs, actor, rolesOf(member, [...member.roles, role]))).rejects.toThrow(
      NotAllowed,
    );
  const own = await changeRoles(run.needs, actor, rolesOf(member, [claims]));
  expect(own).toEqual({ outcome: 'changed' });
  expect(await heldBy(run, ben.id)).toEqual(['Z90002 payments/view-claims', 'Z90002 portal/member']);
});

test('threat: nobody raises themselves, and a main contact does not step down by unticking', async () => {
  const { run, amara, cora } = await people();
  const mine = await memberOf(run, cora.person);
  const raised = rolesOf(mine, [...mine.roles, { service: 'payments', role: 'administrator' }]);
  await expect(changeRoles(run.needs, await cora.actor(), raised)).rejects.toThrow(NotAllowed);
  const main = await memberOf(run, amara.person);
  await changeRoles(run.needs, await amara.actor(), rolesOf(main, [order]));
  expect(await heldBy(run, amara.person.id)).toEqual([
    'Z90002 portal/main-contact',
    'Z90002 supplies/order-clerk',
  ]);
});

test('threat: an administrator of one branch neither sees nor moves people of the practice, nor widens their own', async () => {
  const { run } = await people();
  await addBranch(run, 'Z90002001', practiceCode);
  const elin = await logged(run, { name: 'Elin Wood', roles: { Z90002001: ['portal/deputy'] } });
  const finn = await run.addPerson({ name: 'Finn Gale', roles: { Z90002001: ['portal/member'] } });
  const actor = await elin.actor();
  const member = await memberOf(run, finn);
  const details = { ...detailsOf(member), basis: detailsBasis(member) };
  const widened = { code: 'Z90002001', id: member.id, ...details, branchId: undefined };
  await expect(changeDetails(run.needs, actor, widened)).rejects.toThrow(NotAllowed);
  const titled = { ...widened, branchId: await organisationId(run, 'Z90002001'), jobTitle: 'Nurse' };
  expect(await changeDetails(run.needs, actor, titled)).toEqual({ outcome: 'changed' });
  const whole = await run.addPerson({ name: 'Hana Lee', roles: { [practiceCode]: ['portal/member'] } });
  const wide = await memberOf(run, whole);
  await expect(changeRoles(run.needs, actor, rolesOf(wide, [order], 'Z90002001'))).rejects.toThrow(NotFound);
});

test('threat: a change that waits while its author is removed changes nothing', async () => {
  const { run, cora, ben } = await people();
  const actor = await cora.actor();
  const [member, author] = [await memberOf(run, ben), await memberOf(run, cora.person)];
  let late: Promise<unknown> = Promise.resolve();
  await inTransaction(run.needs.database, async (tx) => {
    await holdOrganisation(tx, author.organisationId);
    late = changeRoles(run.needs, actor, rolesOf(member, [order])).catch((error) => error);
    await someoneWaits(run.needs.database);
    const practice = await findById(tx, author.organisationId);
    if (!practice) throw new Error('there is no practice');
    await endMember(run.needs, tx, { practice, member: author, by: 'system', because: 'left' });
  });
  expect(await late).toBeInstanceOf(NotAllowed);
  expect(await heldBy(run, ben.id)).toEqual(['Z90002 portal/member']);
});

test('threat: roles are given and taken only soon after the password was given', async () => {
  const { run, amara, ben } = await people();
  const member = await memberOf(run, ben);
  run.clock.advance(minutes(11));
  const address = `/organisations/${practiceCode}/users/${member.id}/roles`;
  const answer = await amara.browser.post(address, {
    roles: 'supplies/order-clerk',
    basis: rolesBasis(member),
  });
  expect(answer.location).toContain('/confirm');
  expect(await heldBy(run, ben.id)).toEqual(['Z90002 portal/member']);
});
