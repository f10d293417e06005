import { expect, test } from 'vitest';
import { lockAccount } from '../../src/identity/index.ts';
import { readEmailAddress } from '../../src/kernel/email-address.ts';
import { acceptInvitation } from '../../src/organisations/accept-invitation/accept-invitation.ts';
import { approveRequest as approveAccess } from '../../src/organisations/access-requests/decide-request.ts';
import { changeDetails } from '../../src/organisations/change-person/change-details.ts';
import { changeRoles, rolesBasis } from '../../src/organisations/change-person/change-roles.ts';
import { detailsBasis } from '../../src/organisations/change-person/details.ts';
import { createUser } from '../../src/organisations/create-user/create-user.ts';
import { sayLeft } from '../../src/organisations/has-left/say-left.ts';
import { startLeave } from '../../src/organisations/leave/leave.ts';
import { approveRequest } from '../../src/organisations/main-contact-gone/decide-request.ts';
import { reactivatePerson } from '../../src/organisations/reactivate-person/reactivate-person.ts';
import { removePerson } from '../../src/organisations/remove-person/remove-person.ts';
import { restorePerson } from '../../src/organisations/remove-person/restore-person.ts';
import { undoRemoval } from '../../src/organisations/remove-person/undo-removal.ts';
import { inTransaction } from '../../src/platform/database/database.ts';
import { memberAsks } from '../support/access-requests.ts';
import { actorOf } from '../support/actor-of.ts';
import { atTheDesk } from '../support/at-the-desk.ts';
import { invite, linkOf, secretOf } from '../support/invited-people.ts';
import {
  heldBy,
  logged,
  memberOf,
  organisationId,
  practiceCode,
  practiceWithMainContact,
} from '../support/people-here.ts';
import type { Portal } from '../support/portal.ts';
import { type AddedPerson, addBranch } from '../support/portal-people.ts';

const payments = { service: 'payments', role: 'administrator' };
const member = { service: 'portal', role: 'member' };

const at = async (run: Portal, person: Pick<AddedPerson, 'id'>) => ({
  code: practiceCode,
  id: (await memberOf(run, person)).id,
});

const newcomer = (name: string) => {
  const email = readEmailAddress(`${name}@fern.example`);
  if (!email) throw new Error(`${name} makes no address`);
  const rest = {
    branchId: undefined,
    jobTitle: '',
    phone: undefined,
    startsOn: undefined,
    endsOn: undefined,
  };
  return { ...rest, fullName: 'New Person', email, roles: [payments], seen: '' };
};

test('race: who accepts an invitation while staff make them main contact waits, and neither is broken off', async () => {
  const { run } = await practiceWithMainContact();
  const { desk } = await atTheDesk(run);
  const actor = await actorOf(run, desk, 'support');
  for (const [n, code] of ['Z90001', 'Z90003', 'Z90004'].entries()) {
    const email = `ben.${'abc'[n]}@fern.example`;
    await run.addPerson({ name: `Main ${'abc'[n]}`, mainContactOf: code });
    await invite(run, { email, fullName: 'Ben Okoro', code });
    const id = await askedToBeMainContact(run, email, code);
    const key = { link: secretOf(await linkOf(run, email)) };
    const [approved, accepted] = await Promise.all([
      approveRequest(run.needs, actor, id),
      acceptInvitation(run.needs, undefined, key, 'en'),
    ]);
    expect(approved.outcome).toBe('approved');
    expect(['set-up', 'look-again']).toContain(accepted.outcome);
  }
});

async function askedToBeMainContact(run: Portal, email: string, code: string): Promise<string> {
  const browser = run.browser();
  const form = `/register-organisation/${code}/main-contact`;
  const why = { why: 'left', authoriser: 'gp-partner', authoriserName: 'Dr Ines Vale' };
  await browser.get(form);
  await browser.post(form, { ...why, fullName: 'Ben Okoro', email, phone: '01632 960 777' });
  const { id } = await run.needs.database
    .updateTable('main_contact_request')
    .set({ confirmed_at: run.clock.now(), confirmed_how: 'mailbox' })
    .where('email_typed', '=', email)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

test('race: opening an account again and closing a colleague’s, at two practices, wait for each other', async () => {
  const { run, amara } = await practiceWithMainContact();
  const [ben, cora] = [
    await run.addPerson({
      name: 'Ben Okoro',
      roles: { Z90003: ['portal/deputy'], [practiceCode]: ['portal/member'] },
    }),
    await run.addPerson({
      name: 'Cora Lane',
      roles: { Z90003: ['portal/deputy'], [practiceCode]: ['portal/deputy'] },
    }),
  ];
  const [by, address] = [await amara.actor(), await at(run, ben)];
  const unused = { state: 'deactivated', deactivated_because: 'unused' } as const;
  for (let round = 0; round < 5; round += 1) {
    await run.needs.database.updateTable('account').set(unused).where('id', '=', ben.id).execute();
    const closing = () =>
      inTransaction(run.needs.database, async (tx) => {
        await lockAccount(tx, cora.id);
        return run.needs.organisationWatch.holdOrphaned(tx, cora.id);
      });
    const [opened] = await Promise.all([reactivatePerson(run.needs, by, address), closing(), closing()]);
    expect(opened).toEqual({ outcome: 'reactivated' });
  }
});

test('[P13] race: by whatever doors they come, there are four payments administrators at most', async () => {
  const { run, amara } = await practiceWithMainContact();
  const add = (name: string, ...roles: string[]) => run.addPerson({ name, roles: { [practiceCode]: roles } });
  const [back, undone] = [
    await add('Back Again', 'portal/member'),
    await add('Un Done', 'payments/administrator'),
  ];
  const raised = [await add('Raised One', 'portal/member'), await add('Raised Two', 'portal/member')];
  const request = await memberAsks(run, await run.addPerson({ name: 'Asks Well' }));
  const by = await amara.actor();
  const because = { because: 'left', note: '' } as const;
  for (const person of [back, undone])
    await removePerson(run.needs, by, { ...(await at(run, person)), ...because });
  const raise = async (person: AddedPerson) => {
    const now = await memberOf(run, person);
    const change = { code: practiceCode, id: now.id, chosen: [member, payments], basis: rolesBasis(now) };
    return changeRoles(run.needs, by, change);
  };
  const outcomes = await Promise.all([
    ...['a', 'b', 'c'].map((name) => createUser(run.needs, by, practiceCode, newcomer(name))),
    ...raised.map(raise),
    restorePerson(run.needs, by, { ...(await at(run, back)), roles: [payments] }),
    undoRemoval(run.needs, by, await at(run, undone)),
    approveAccess(
      run.needs,
      by,
      { code: practiceCode, id: request },
      { roles: [payments], branchId: undefined },
    ),
  ]);
  expect(outcomes.filter(({ outcome }) => outcome === 'limit-reached')).toHaveLength(4);
  expect(await holdersOf(run)).toHaveLength(4);
});

const holdersOf = ({ needs }: Portal) =>
  needs.database
    .selectFrom('member')
    .innerJoin('member_role', 'member_role.member_id', 'member.id')
    .select('member.id')
    .where('member.state', '<>', 'removed')
    .where('member_role.service', '=', payments.service)
    .where('member_role.role', '=', payments.role)
    .execute();

test('[P7] race: five who look after a practice go by different doors at once, and one stays', async () => {
  const { run, amara } = await practiceWithMainContact();
  await addBranch(run, 'Z90002001', practiceCode);
  const branchId = await organisationId(run, 'Z90002001');
  const deputy = (name: string) => logged(run, { name, roles: { [practiceCode]: ['portal/deputy'] } });
  const [cora, dev, gita, hugo] = [
    await deputy('Cora Lane'),
    await deputy('Dev Rana'),
    await deputy('Gita Rao'),
    await deputy('Hugo Falk'),
  ];
  const [by, gitasOwn, hugosOwn] = [await amara.actor(), await gita.actor(), await hugo.actor()];
  const devThen = await memberOf(run, dev.person);
  const leave = { ...(await at(run, gita.person)), returnsOn: '2026-06-01' };
  const removal = { ...(await at(run, cora.person)), because: 'left', note: '' } as const;
  const moved = { jobTitle: '', phone: '', branchId, startsOn: undefined, endsOn: undefined };
  const settled = await Promise.allSettled([
    sayLeft(run.needs, by, { code: practiceCode, endNow: true }),
    removePerson(run.needs, by, removal),
    changeDetails(run.needs, by, {
      code: practiceCode,
      id: devThen.id,
      ...moved,
      basis: detailsBasis(devThen),
    }),
    startLeave(run.needs, by, leave),
    sayLeft(run.needs, hugosOwn, { code: practiceCode, endNow: true }),
    sayLeft(run.needs, gitasOwn, { code: practiceCode, endNow: true }),
  ]);
  for (const one of settled)
    if (one.status === 'rejected') expect(String(one.reason)).not.toContain('deadlock');
  const people = [amara, cora, dev, gita, hugo];
  const held = (await Promise.all(people.map(({ person }) => heldBy(run, person.id)))).flat();
  expect(held.filter((role) => /^Z90002 portal\/(main-contact|deputy)$/.test(role)).length).toBeGreaterThan(
    0,
  );
});
