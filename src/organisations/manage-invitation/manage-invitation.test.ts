import { expect, test } from 'vitest';
import {
  invite,
  invitedRow,
  linkOf,
  newest,
  secretOf,
  withMainContact,
} from '../../../tests/support/invited-people.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import { days, hours, minutes } from '../../kernel/duration.ts';

const ben = { email: 'ben.okoro@fern.example', fullName: 'Ben Okoro' };

async function invited() {
  const { run, amara } = await withMainContact();
  const id = await invite(run, ben);
  const browser = run.browser();
  await logIn(browser, amara);
  const address = `/organisations/Z90002/users/${id}/invitation`;
  const again = (fields: Record<string, string> = {}) => browser.post(address, { ...ben, ...fields });
  return { run, amara, id, browser, address, again };
}

test('[P13] an invitation is sent again, and only the newest link works', async () => {
  const { run, id, browser, address, again } = await invited();
  const page = await browser.get(address);
  for (const shown of ['Sent, not accepted yet', '2 March 2026', 'Can be accepted until 16 March 2026'])
    expect(page.text).toContain(shown);
  const first = await linkOf(run, ben.email);
  run.clock.advance(minutes(5));
  expect((await again()).location).toBe(`/organisations/Z90002/users/${id}?done=invitation-sent`);
  const second = await linkOf(run, ben.email);
  expect((await run.browser().get(first)).status).toBe(410);
  expect((await run.browser().get(second)).status).toBe(200);
});

test('[P13] an expired invitation is sent again, and can be accepted for 14 more days', async () => {
  const { run, amara, again, browser, address } = await invited();
  run.clock.advance(days(15));
  await logIn(browser, amara);
  expect((await browser.get(address)).text).toContain('Expired');
  await again();
  run.clock.advance(days(13));
  expect((await run.browser().get(await linkOf(run, ben.email))).status).toBe(200);
});

test('[P13] the address and the name are corrected; whoever had the first link has nothing at once', async () => {
  const { run, id, again } = await invited();
  const wrong = await linkOf(run, ben.email);
  const corrected = await again({ email: 'benjamin.okoro@fern.example', fullName: 'Benjamin Okoro' });
  expect(corrected.location).toBe(`/organisations/Z90002/users/${id}?done=invitation-corrected`);
  const dead = await run.browser().get(wrong);
  expect([dead.status, dead.text.includes('Practice Z90002')]).toEqual([410, false]);
  const accepted = await run.browser().post('/invitation', { link: secretOf(wrong) });
  expect(accepted.status).toBe(303);
  expect((await newest(run, 'benjamin.okoro@fern.example')).text).toContain('Dear Benjamin Okoro');
  expect((await invitedRow(run, 'benjamin.okoro@fern.example')).id).toBe(id);
});

test('[P13] a corrected address that looks shared is looked at again', async () => {
  const { run, again } = await invited();
  const email = 'reception@fern.example';
  const warned = await again({ email });
  expect(warned.text).toContain('Anyone who reads it could log in as this person');
  const seen = /name="seen" value="([^"]+)"/.exec(warned.html)?.[1] ?? '';
  expect((await again({ email, seen })).status).toBe(303);
  expect(await run.inbox(email)).toHaveLength(1);
});

test('an address that another user of the practice has, and one that is none, are told at the field', async () => {
  const { run, again } = await invited();
  await run.addPerson({ name: 'Cara Nwosu', roles: { Z90002: ['portal/member'] } });
  const taken = await again({ email: 'cara.nwosu@practice.example' });
  expect([taken.status, taken.text]).toEqual([
    422,
    expect.stringContaining('Another user of the practice has this email address'),
  ]);
  expect((await again({ email: 'ben' })).text).toContain('Enter an email address in the correct format');
});

test('an invitation is sent again 3 times an hour at most', async () => {
  const { run, amara, browser, again } = await invited();
  for (let time = 0; time < 3; time += 1) expect((await again()).status).toBe(303);
  const refused = await again();
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Try again in an hour')]);
  run.clock.advance(hours(1));
  await logIn(browser, amara);
  expect((await again()).status).toBe(303);
});

test('[P13] an invitation is cancelled after one more question, and cannot be accepted any more', async () => {
  const { run, id, browser, address } = await invited();
  const link = await linkOf(run, ben.email);
  expect((await browser.get(`${address}?step=cancel`)).text).toContain('Keep it');
  const done = await browser.post(address, { step: 'cancel' });
  expect(done.location).toBe(`/organisations/Z90002/users?done=invitation-cancelled&user=${id}`);
  const dead = await run.browser().get(link);
  expect([dead.status, dead.text]).toEqual([410, expect.stringContaining('It was cancelled')]);
  expect((await invitedRow(run, ben.email)).ended_because).toBe('invitation-cancelled');
  expect((await browser.get(address)).text).toContain('The invitation is over');
  expect((await browser.post(address, ben)).status).toBe(409);
});
