import { expect, test } from 'vitest';
import {
  heldBy,
  logged,
  memberOf,
  practiceCode,
  practiceWithMainContact,
} from '../../../tests/support/people-here.ts';
import { hours } from '../../kernel/duration.ts';
import { NotAllowed, NotFound } from '../../kernel/endings.ts';
import { removePerson } from './remove-person.ts';
import { restorePerson } from './restore-person.ts';
import { undoRemoval } from './undo-removal.ts';

const because = { because: 'left', note: '' } as const;
const clerk = { service: 'supplies', role: 'order-clerk' };

async function people() {
  const { run, amara } = await practiceWithMainContact();
  const cora = await logged(run, { name: 'Cora Lane', roles: { [practiceCode]: ['portal/deputy'] } });
  const ben = await logged(run, { name: 'Ben Okoro', roles: { [practiceCode]: ['portal/member'] } });
  const at = async (person: { id: typeof ben.person.id }) => ({
    code: practiceCode,
    id: (await memberOf(run, person)).id,
  });
  return { run, amara, cora, ben, at };
}

test('threat: nobody removes the main contact, themselves, or people of another practice', async () => {
  const { run, amara, cora, ben, at } = await people();
  for (const [by, whom] of [
    [cora, amara],
    [amara, amara],
    [cora, cora],
    [ben, ben],
  ] as const)
    await expect(
      removePerson(run.needs, await by.actor(), { ...(await at(whom.person)), ...because }),
    ).rejects.toThrow(NotAllowed);
  const theirs = await run.addPerson({ name: 'Fern Ash', roles: { Z90001: ['portal/member'] } });
  const member = await memberOf(run, theirs, 'Z90001');
  const removal = { code: practiceCode, id: member.id, ...because };
  await expect(removePerson(run.needs, await amara.actor(), removal)).rejects.toThrow(NotFound);
  expect(await heldBy(run, theirs.id)).toEqual(['Z90001 portal/member']);
});

test('threat: an administrator of one service removes nobody who does anything else', async () => {
  const { run, ben, at } = await people();
  const dora = await logged(run, {
    name: 'Dora Payne',
    roles: { [practiceCode]: ['payments/administrator'] },
  });
  const removal = { ...(await at(ben.person)), ...because };
  await expect(removePerson(run.needs, await dora.actor(), removal)).rejects.toThrow(NotAllowed);
});

test('threat: a removal cannot be undone after 24 hours, twice, or by the person themselves', async () => {
  const { run, amara, ben, at } = await people();
  const [by, own, address] = [await amara.actor(), await ben.actor(), await at(ben.person)];
  await removePerson(run.needs, by, { ...address, ...because });
  await expect(undoRemoval(run.needs, own, address)).rejects.toThrow(NotAllowed);
  expect(await undoRemoval(run.needs, by, address)).toEqual({ outcome: 'undone' });
  expect(await undoRemoval(run.needs, by, address)).toEqual({ outcome: 'not-removed' });
  await removePerson(run.needs, by, { ...address, ...because });
  run.clock.advance(hours(24));
  const later = await logged(run, { name: 'Gita Rao', roles: { [practiceCode]: ['portal/deputy'] } });
  expect(await undoRemoval(run.needs, await later.actor(), address)).toEqual({ outcome: 'too-late' });
  expect(await heldBy(run, ben.person.id)).toEqual([]);
});

test('threat: an undo at the same time as another passes no limit', async () => {
  const { run, amara } = await people();
  const four = [];
  for (const name of ['Dora', 'Elin', 'Finn', 'Hana'])
    four.push(
      await run.addPerson({ name: `${name} Payne`, roles: { [practiceCode]: ['payments/administrator'] } }),
    );
  const by = await amara.actor();
  const [first] = four;
  if (!first) throw new Error('nobody was added');
  const address = { code: practiceCode, id: (await memberOf(run, first)).id };
  await removePerson(run.needs, by, { ...address, ...because });
  await run.addPerson({ name: 'Ivo Payne', roles: { [practiceCode]: ['payments/administrator'] } });
  expect(await undoRemoval(run.needs, by, address)).toMatchObject({ outcome: 'limit-reached', atMost: 4 });
  expect(await heldBy(run, first.id)).toEqual([]);
});

test('threat: access is not given back to an account that has another address now, or is gone', async () => {
  const { run, amara, ben, at } = await people();
  const [by, address] = [await amara.actor(), await at(ben.person)];
  await removePerson(run.needs, by, { ...address, ...because });
  await run.needs.database
    .updateTable('account_email')
    .set({ typed: 'else@practice.example', canonical: 'else@practice.example' })
    .where('account_id', '=', ben.person.id)
    .execute();
  const restoring = { ...address, roles: [clerk] };
  expect(await restorePerson(run.needs, by, restoring)).toEqual({ outcome: 'not-known-any-more' });
  await run.needs.database
    .updateTable('member')
    .set({ account_id: null })
    .where('id', '=', address.id)
    .execute();
  expect(await undoRemoval(run.needs, by, address)).toEqual({ outcome: 'account-gone' });
});

test('threat: giving access again gives no role that is not one’s own to give', async () => {
  const { run, cora, ben, at } = await people();
  const [by, address] = [await cora.actor(), await at(ben.person)];
  await removePerson(run.needs, by, { ...address, ...because });
  for (const role of [
    { service: 'portal', role: 'deputy' },
    { service: 'payments', role: 'view-claims' },
  ])
    await expect(restorePerson(run.needs, by, { ...address, roles: [role] })).rejects.toThrow(NotAllowed);
});

test('threat: somebody who was invited again while they were removed is not there twice', async () => {
  const { run, amara, ben, at } = await people();
  const [by, address] = [await amara.actor(), await at(ben.person)];
  await removePerson(run.needs, by, { ...address, ...because });
  const invited = {
    email: ben.person.email,
    fullName: 'Ben Okoro',
    place: 'practice',
    roles: 'portal/member',
    step: 'send',
  };
  const sent = await amara.browser.post(`/organisations/${practiceCode}/users/new`, invited);
  expect(sent.status).toBe(303);
  expect(await undoRemoval(run.needs, by, address)).toEqual({ outcome: 'back-already' });
  expect(await restorePerson(run.needs, by, { ...address, roles: [clerk] })).toEqual({
    outcome: 'back-already',
  });
});
