import { expect, test } from 'vitest';
import { enterPassword, logIn } from '../../../tests/support/main-job.ts';
import { portal } from '../../../tests/support/portal.ts';
import { chooseWay, confirmApp, hiddenIn } from '../../../tests/support/set-up.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { freezeChanges } from '../freeze.store.ts';
import { listFactors } from '../second-factors/factor.store.ts';

test('while changes are frozen nothing is added, renamed, chosen, removed or kept, whatever page was open', async () => {
  const the = await portal({ settings: { secondFactor: { textAlone: true } } });
  const amara = await the.addPerson({ factors: ['authenticator', 'text'] });
  const browser = the.browser();
  await logIn(browser, amara);
  const all = () => listFactors(the.needs.database, amara.id, 'portal');
  const before = await all();
  const base = '/account/security';
  const app = await chooseWay(browser, `${base}/add`, 'authenticator');
  const codes = await chooseWay(browser, `${base}/add`, 'recovery-codes');
  await inTransaction(the.needs.database, (tx) => freezeChanges(tx, amara.id, the.clock.now()));
  for (const { id } of before)
    for (const what of ['rename', 'remove', 'prefer'])
      expect((await browser.post(`${base}/${id}/${what}`, { name: 'Theirs' })).location).toBe(base);
  const saved = { setUp: hiddenIn(codes, 'setUp'), saved: 'yes' };
  const sent = [
    await confirmApp(browser, `${base}/add`, app, the.clock.now()),
    await browser.post(`${base}/add/codes`, saved),
    await browser.post(`${base}/add/text`, { phone: '07700 900 999' }),
  ];
  expect(sent.map(({ status }) => status)).toEqual([409, 409, 409]);
  expect(await all()).toEqual(before);
});

test('a freeze opens no log in to the password alone: who has a way gives its code, and adds nothing before', async () => {
  const the = await portal({ settings: { secondFactor: { needed: 'everyone' } } });
  const amara = await the.addPerson({ factors: ['authenticator'] });
  await inTransaction(the.needs.database, (tx) => freezeChanges(tx, amara.id, the.clock.now()));
  const thief = the.browser();
  expect((await enterPassword(thief, amara)).location).toBe('/log-in/code');
  for (const path of ['', '/app', '/codes', '/text', '/done'])
    expect((await thief.get(`/log-in/set-up${path}`)).location).toBe('/log-in/code');
  await thief.get('/log-in/code');
  expect((await thief.post('/log-in/set-up', { way: 'recovery-codes' })).location).toBe('/log-in/code');
  expect((await thief.get('/account')).status).toBe(303);
});
