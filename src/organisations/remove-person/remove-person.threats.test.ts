import { expect, test } from 'vitest';
import { invite, invitedRow, linkOf } from '../../../tests/support/invited-people.ts';
import {
  heldBy,
  logged,
  memberOf,
  organisationId,
  practiceCode,
  practiceWithMainContact,
} from '../../../tests/support/people-here.ts';
import { addBranch } from '../../../tests/support/portal-people.ts';
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

test('threat: a deputy does not undo what the main contact did, where they could not give the roles', async () => {
  const { run, amara, cora, at } = await people();
  const dora = await logged(run, {
    name: 'Dora Payne',
    roles: { [practiceCode]: ['payments/administrator'] },
  });
  const address = await at(dora.person);
  await removePerson(run.needs, await amara.actor(), { ...address, because: 'security', note: '' });
  const page = `/organisations/${practiceCode}/users/${address.id}/undo`;
  await cora.browser.get(page);
  const refused = await cora.browser.post(page);
  expect([refused.status, refused.text]).toEqual([
    422,
    expect.stringContaining('another administrator gives these roles: Payments administrator'),
  ]);
  expect(await heldBy(run, dora.person.id)).toEqual([]);
  expect(await undoRemoval(run.needs, await amara.actor(), address)).toEqual({ outcome: 'undone' });
  await removePerson(run.needs, await cora.actor(), { ...address, ...because });
  expect(await undoRemoval(run.needs, await cora.actor(), address)).toEqual({ outcome: 'undone' });
});

test('threat: whom somebody invited who is removed for a security concern is not let in by it', async () => {
  const { run, amara, at } = await people();
  const dora = await logged(run, {
    name: 'Dora Payne',
    roles: { [practiceCode]: ['payments/administrator'] },
  });
  const second = { email: 'second@fern.example', fullName: 'Second Self', place: 'practice', step: 'send' };
  const invited = { ...second, roles: 'payments/administrator' };
  await dora.browser.get(`/organisations/${practiceCode}/users/new`);
  await dora.browser.post(`/organisations/${practiceCode}/users/new`, invited);
  const kept = await invite(run, { email: 'kept@fern.example', fullName: 'Kept Person' });
  const link = await linkOf(run, second.email);
  await removePerson(run.needs, await amara.actor(), {
    ...(await at(dora.person)),
    because: 'security',
    note: '',
  });
  const reader = run.browser();
  expect((await reader.get(link)).status).toBe(410);
  expect((await invitedRow(run, second.email)).ended_because).toBe('invitation-cancelled');
  expect((await invitedRow(run, 'kept@fern.example')).id).toBe(kept);
  expect((await invitedRow(run, 'kept@fern.example')).state).toBe('invited');
});

test('threat: nobody gets access to a branch that has closed: not back, not by a move, not by an old invitation', async () => {
  const { run, amara, ben, at } = await people();
  await addBranch(run, 'Z90002001', practiceCode);
  const gita = await logged(run, { name: 'Gita Rao', roles: { Z90002001: ['portal/member'] } });
  await invite(run, { email: 'hugo@fern.example', fullName: 'Hugo Falk', code: 'Z90002001' });
  const address = await at(gita.person);
  await removePerson(run.needs, await amara.actor(), { ...address, ...because });
  const branch = await organisationId(run, 'Z90002001');
  const closed = { status: 'closed', closed_on: '2026-01-05' } as const;
  await run.needs.database.updateTable('organisation').set(closed).where('id', '=', branch).execute();
  const by = await amara.actor();
  const users = `/organisations/${practiceCode}/users`;
  const roles = [{ service: 'portal', role: 'member' }];
  expect(await undoRemoval(run.needs, by, address)).toEqual({ outcome: 'place-closed' });
  expect(await restorePerson(run.needs, by, { ...address, roles })).toEqual({ outcome: 'place-closed' });
  const details = `${users}/${(await at(ben.person)).id}/details`;
  const form = await amara.browser.get(details);
  expect(form.html).not.toContain(branch);
  const basis = /name="basis" value="([^"]*)"/.exec(form.html)?.[1]?.replaceAll('&quot;', '"') ?? '';
  const moved = await amara.browser.post(details, { jobTitle: '', phone: '', branch, basis });
  expect([moved.status, moved.text]).toEqual([
    422,
    expect.stringContaining('Choose one of the places shown'),
  ]);
  expect((await run.browser().get(await linkOf(run, 'hugo@fern.example'))).status).toBe(410);
  expect(await heldBy(run, ben.person.id)).toEqual(['Z90002 portal/member']);
});
