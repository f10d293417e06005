import { expect, test } from 'vitest';
import { invite } from '../../../tests/support/invited-people.ts';
import {
  type HerePerson,
  logged,
  memberOf,
  practiceCode,
  practiceWithMainContact,
} from '../../../tests/support/people-here.ts';

test('threat: a deputy who was removed and is back never reads why, and the others do', async () => {
  const { run, amara } = await practiceWithMainContact();
  const cora = await logged(run, { name: 'Cora Lane', roles: { [practiceCode]: ['portal/deputy'] } });
  const address = `/organisations/${practiceCode}/users/${(await memberOf(run, cora.person)).id}`;
  await amara.browser.get(`${address}/remove`);
  await amara.browser.post(`${address}/remove`, { because: 'security', note: 'Took papers home' });
  await amara.browser.get(`${address}/undo`);
  await amara.browser.post(`${address}/undo`);
  expect((await amara.browser.get(address)).text).toMatch(/Reason: .*security/i);
  const own = await cora.browser.get(address);
  expect([own.status, own.text]).toEqual([200, expect.stringContaining('What happened')]);
  expect(own.text).not.toMatch(/Reason:|security|papers/i);
});

test('threat: a deputy who was removed and invited again reads nowhere why they were removed', async () => {
  const { run, amara } = await practiceWithMainContact();
  const cora = await logged(run, { name: 'Cora Lane', roles: { [practiceCode]: ['portal/deputy'] } });
  const home = `/organisations/${practiceCode}`;
  const address = `${home}/users/${(await memberOf(run, cora.person)).id}`;
  await amara.browser.get(`${address}/remove`);
  await amara.browser.post(`${address}/remove`, { because: 'security', note: 'Took papers home' });
  const { email, name: fullName } = cora.person;
  const invited = await invite(run, { email, fullName, roles: ['portal/deputy'] });
  await cora.browser.get(`/account/invitations/${invited}`);
  await cora.browser.post(`/account/invitations/${invited}`);
  const readBy = async ({ browser }: HerePerson) => [
    (await browser.get(`${home}/users?state=removed`)).text,
    (await browser.get(address)).text,
    (await browser.post(`${home}/users.csv`, { state: 'removed' })).text,
  ];
  for (const text of await readBy(amara)) expect(text).toMatch(/Cora Lane.*Security concern/s);
  for (const text of await readBy(cora)) {
    expect(text).toContain('Cora Lane');
    expect(text).not.toMatch(/Security concern|papers/i);
  }
});
