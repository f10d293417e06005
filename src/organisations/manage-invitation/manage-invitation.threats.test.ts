import { expect, test } from 'vitest';
import { invite, invitedRow, withMainContact } from '../../../tests/support/invited-people.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import type { Portal } from '../../../tests/support/portal.ts';
import { type AddedPerson, addBranch } from '../../../tests/support/portal-people.ts';

const ben = { email: 'ben.okoro@fern.example', fullName: 'Ben Okoro' };

async function loggedIn(run: Portal, person: AddedPerson) {
  const browser = run.browser();
  await logIn(browser, person);
  await browser.get('/account');
  return browser;
}

const addressOf = (id: string, code = 'Z90002') => `/organisations/${code}/users/${id}/invitation`;

test('[P18] an invitation of another organisation is not found, whatever organisation the address names', async () => {
  const { run } = await withMainContact();
  const id = await invite(run, ben);
  const other = await run.addPerson({ name: 'Other Main', mainContactOf: 'Z90003' });
  const browser = await loggedIn(run, other);
  for (const [address, status] of [
    [addressOf(id), 403],
    [addressOf(id, 'Z90003'), 404],
    [addressOf('x', 'Z90003'), 404],
  ] as const) {
    expect((await browser.get(address)).status).toBe(status);
    for (const fields of [{ ...ben, email: 'thief@fern.example' }, { step: 'cancel' }])
      expect((await browser.post(address, fields)).status).toBe(status);
  }
  expect((await invitedRow(run, ben.email)).state).toBe('invited');
});

test('only who could give what was given corrects or cancels it: no address of one’s own beside a higher role', async () => {
  const { run } = await withMainContact();
  const id = await invite(run, { ...ben, roles: ['portal/deputy'] });
  const deputy = await run.addPerson({ name: 'Dev Rana', roles: { Z90002: ['portal/deputy'] } });
  const payments = await run.addPerson({ name: 'Pay Admin', roles: { Z90002: ['payments/administrator'] } });
  const member = await run.addPerson({ name: 'Plain Member', roles: { Z90002: ['portal/member'] } });
  for (const person of [deputy, payments, member]) {
    const browser = await loggedIn(run, person);
    expect((await browser.get(addressOf(id))).status).toBe(403);
    for (const fields of [{ ...ben, email: 'own@fern.example' }, { step: 'cancel' }])
      expect((await browser.post(addressOf(id), fields)).status).toBe(403);
  }
  expect((await invitedRow(run, ben.email)).state).toBe('invited');
});

test('who is limited to a branch leaves the invitations of the practice alone', async () => {
  const { run } = await withMainContact();
  await addBranch(run, 'Z90002001', 'Z90002');
  const id = await invite(run, ben);
  const limited = await run.addPerson({ name: 'Branch Deputy', roles: { Z90002001: ['portal/deputy'] } });
  const browser = await loggedIn(run, limited);
  for (const [code, status] of [
    ['Z90002', 403],
    ['Z90002001', 404],
  ] as const)
    expect((await browser.post(addressOf(id, code), { step: 'cancel' })).status).toBe(status);
  expect((await invitedRow(run, ben.email)).state).toBe('invited');
});

test('[P16] correcting an address shows in no word, status or work whether the new one has an account', async () => {
  const { run, amara } = await withMainContact();
  await run.addPerson({ name: 'Cara Nwosu' });
  const browser = await loggedIn(run, amara);
  const seen: object[] = [];
  for (const email of ['cara.nwosu@practice.example', 'nobody@practice.example']) {
    const id = await invite(run, { ...ben, email: `first.${seen.length}@fern.example` });
    await browser.get(addressOf(id));
    run.workDone();
    const answer = await browser.post(addressOf(id), { ...ben, email });
    const page = await browser.get(answer.location ?? '');
    const { statements, hashes } = run.workDone();
    const words = page.text.replaceAll(email, '').replaceAll(/[0-9a-f-]{36}/g, '');
    seen.push({ status: answer.status, statements, hashes, words });
  }
  expect(seen[0]).toEqual(seen[1]);
});

test('an organisation’s invitations are sent again 20 times an hour at most, all together', async () => {
  const { run, amara } = await withMainContact();
  const browser = await loggedIn(run, amara);
  const statuses: number[] = [];
  for (let one = 0; one < 8; one += 1) {
    const email = `person.${'abcdefgh'[one]}@fern.example`;
    const id = await invite(run, { ...ben, email });
    for (let time = 0; time < 3; time += 1)
      statuses.push((await browser.post(addressOf(id), { ...ben, email })).status);
  }
  expect(statuses.filter((status) => status === 303)).toHaveLength(20);
});

test('threat: a deputy does not send a role that they cannot give to another address, and cancels the invitation instead', async () => {
  const { run } = await withMainContact();
  const id = await invite(run, { ...ben, roles: ['payments/administrator', 'portal/member'] });
  const deputy = await run.addPerson({ name: 'Dev Rana', roles: { Z90002: ['portal/deputy'] } });
  const browser = await loggedIn(run, deputy);
  await browser.get(addressOf(id));
  const refused = await browser.post(addressOf(id), { ...ben, email: 'dev.second@fern.example' });
  expect([refused.status, refused.text]).toEqual([
    422,
    expect.stringContaining(
      'another administrator gives these roles: Payments administrator. You can cancel',
    ),
  ]);
  expect((await invitedRow(run, ben.email)).state).toBe('invited');
  expect(await run.inbox('dev.second@fern.example')).toEqual([]);
  const renamed = { ...ben, fullName: 'Benjamin Okoro' };
  expect((await browser.post(addressOf(id), renamed)).location).toContain('invitation-corrected');
  expect((await browser.post(addressOf(id), { step: 'cancel' })).status).toBe(303);
  expect((await invitedRow(run, ben.email)).state).toBe('removed');
});
