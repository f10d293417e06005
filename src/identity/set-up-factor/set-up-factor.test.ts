import { expect, test } from 'vitest';
import { enterPassword, sentCode, wrongCode } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Answer, Browser } from '../../../tests/support/portal-browser.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import {
  chooseWay,
  codeOfKey,
  confirmApp,
  hiddenIn,
  keyOn,
  recoveryCodesOn,
} from '../../../tests/support/set-up.ts';
import { days, minutes, seconds } from '../../kernel/duration.ts';
import { listFactors } from '../second-factors/factor.store.ts';

const everyone = { secondFactor: { needed: 'everyone' } };
const base = '/log-in/set-up';
const number = '07700 900 555';

/** Somebody whose password was right, at the choice of a way. */
async function asked(settings: object = everyone, next = '') {
  const the = await portal({ settings });
  const amara = await the.addPerson();
  const browser = the.browser();
  expect((await enterPassword(browser, amara)).location).toBe(base);
  return { the, amara, browser, choice: await browser.get(next ? `${base}?next=${next}` : base) };
}

const choose = (browser: Browser, way: string, at = base, fields = {}) => chooseWay(browser, at, way, fields);

const confirm = (the: Portal, browser: Browser, page: Answer, at = base, fields = {}) =>
  confirmApp(browser, at, page, the.clock.now(), fields);

const kinds = async (the: Portal, { id }: AddedPerson) =>
  (await listFactors(the.needs.database, id, 'portal')).map(({ kind }) => kind);

test('[C4] the first log in explains why, sets up an authenticator app by a guide, and goes on to where it was going', async () => {
  const { the, amara, browser, choice } = await asked(everyone, '%2Faccount%2Fprofile');
  expect(choice.text).toContain('Anybody who finds out your password');
  for (const way of ['Authenticator app', 'Authenticator on a computer', 'Passkey', 'Printed codes'])
    expect(choice.text).toContain(way);
  const next = '/account/profile';
  const page = await choose(browser, 'authenticator', base, { next });
  expect(page.html).toContain('<svg class="gh-qr"');
  expect(page.text).toMatch(/Key (?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}/);
  const done = await browser.follow(await confirm(the, browser, page, base, { next }));
  expect(done.text).toContain('You are set up');
  expect(done.text).toContain('Get recovery codes');
  expect((await browser.get('/account')).location).toMatch(/^\/log-in/);
  const inside = await browser.post(`${base}/done`, { next });
  expect(inside.location).toBe(next);
  expect((await browser.get(next)).status).toBe(200);
  expect(await kinds(the, amara)).toEqual(['authenticator']);
});

test('whoever comes back to a set-up within half an hour finds the same key; afterwards another', async () => {
  const { the, amara } = await asked({ ...everyone, session: { longest: '12 hours' } });
  const browser = the.browser();
  await enterPassword(browser, amara);
  const first = await choose(browser, 'authenticator');
  the.clock.advance(minutes(20));
  expect(keyOn(await browser.get(`${base}/app`))).toBe(keyOn(first));
  expect(keyOn(await choose(browser, 'computer'))).toBe(keyOn(first));
  the.clock.advance(minutes(11));
  expect((await browser.get(`${base}/app`)).location).toMatch(/^\/log-in\?waited=too-long/);
  await enterPassword(browser, amara);
  expect(keyOn(await choose(browser, 'authenticator'))).not.toBe(keyOn(first));
});

test('a text sets up a mobile number, and its code lets its owner in for the first time', async () => {
  const { the, amara, browser } = await asked({
    secondFactor: { ...everyone.secondFactor, textAlone: true },
  });
  const form = await choose(browser, 'text');
  expect(form.text).toContain('Mobile phone number');
  for (const [phone, words] of [
    ['', 'Enter a mobile phone number'],
    ['0113 496 0000', 'This number cannot get text messages'],
    ['07111 111 111', 'means “no mobile”'],
    ['12', 'correct format'],
  ] as const) {
    const refused = await browser.post(`${base}/text`, { phone });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(words)]);
    if (phone) expect(refused.html).toContain(`value="${phone}"`);
  }
  const sent = await browser.follow(await browser.post(`${base}/text`, { phone: number }));
  expect(sent.text).toContain(`We have sent a text message with a security code to ${number}`);
  const code = await sentCode(the, '+447700900555');
  const setUp = hiddenIn(sent, 'setUp');
  const done = await browser.post(`${base}/text/code`, {
    code: `${code.slice(0, 3)} ${code.slice(3)}`,
    setUp,
  });
  expect(done.location).toBe(`${base}/done`);
  await browser.get(`${base}/done`);
  expect((await browser.post(`${base}/done`)).location).toBe('/account');
  const [factor] = await listFactors(the.needs.database, amara.id, 'portal');
  expect(factor).toMatchObject({ kind: 'text', trustedFrom: the.clock.now() });
});

test('the number of the profile is offered, and another can be asked for; codes can be sent again after a minute', async () => {
  const { the, amara, browser } = await asked({
    secondFactor: { ...everyone.secondFactor, textAlone: true },
  });
  await the.needs.database
    .updateTable('account')
    .set({ phone: number, phone_dialled: '+447700900555' })
    .where('id', '=', amara.id)
    .execute();
  expect((await choose(browser, 'text')).html).toContain(`value="${number}"`);
  await browser.post(`${base}/text`, { phone: number });
  expect((await browser.post(`${base}/text/again`)).text).toContain(
    'You can ask for another code in 1 minute',
  );
  the.clock.advance(seconds(61));
  await browser.get(`${base}/text/code`);
  expect((await browser.post(`${base}/text/again`)).location).toBe(`${base}/text/code`);
  expect(await the.inbox('+447700900555')).toHaveLength(2);
  const other = await browser.follow(await browser.post(`${base}/text`, { phone: '07700 900 556' }));
  expect(other.text).toContain('07700 900 556');
  const stale = { code: await sentCode(the, '+447700900555'), setUp: hiddenIn(other, 'setUp') };
  expect((await browser.post(`${base}/text/code`, stale)).status).toBe(422);
});

test('[P14] printed codes are shown until they are kept, the same after a refresh, and one of them logs in', async () => {
  const { the, amara, browser } = await asked();
  const shown = await choose(browser, 'recovery-codes');
  expect(recoveryCodesOn(shown)).toHaveLength(10);
  expect(recoveryCodesOn(await browser.get(`${base}/codes`))).toEqual(recoveryCodesOn(shown));
  const file = await browser.post(`${base}/codes/file`);
  expect(file.headers['content-disposition']).toMatch(/^attachment/);
  for (const code of recoveryCodesOn(shown)) expect(file.html).toContain(code);
  const setUp = hiddenIn(shown, 'setUp');
  const unticked = await browser.post(`${base}/codes`, { setUp });
  expect(unticked.text).toContain('Confirm that you have saved or printed these codes');
  expect(recoveryCodesOn(unticked)).toEqual(recoveryCodesOn(shown));
  expect(await kinds(the, amara)).toEqual([]);
  expect((await browser.post(`${base}/codes`, { setUp, saved: 'yes' })).location).toBe(`${base}/done`);
  expect((await browser.get(`${base}/codes`)).location).toBe(`${base}?began=again`);
  const done = await browser.get(`${base}/done`);
  expect(done.text).not.toContain('Get recovery codes');
  expect(done.text).toContain('and then for one of your recovery codes');
  await browser.post(`${base}/done`);
  const again = the.browser();
  expect((await enterPassword(again, amara)).location).toBe('/log-in/code');
  const page = await again.get('/log-in/code');
  const way = hiddenIn(page, 'way');
  const entered = await again.post('/log-in/code', {
    way,
    code: (recoveryCodesOn(shown)[3] ?? '').toLowerCase(),
  });
  expect(entered.location).toBe('/account');
});

test('where a text is not enough alone it is offered once something stronger is there', async () => {
  const { the, browser, choice } = await asked({ secondFactor: { needed: 'everyone', textAlone: false } });
  expect(choice.text).toContain('Once you have set up one of these you can also add: Text message');
  expect(choice.html).not.toContain('value="text"');
  const page = await choose(browser, 'authenticator');
  await confirm(the, browser, page);
  expect((await browser.post(`${base}/text`, { phone: number })).location).toBe(`${base}/text/code`);
});

test('"not now" works while the time that was given lasts, and not afterwards', async () => {
  const { the, amara, browser, choice } = await asked({
    secondFactor: { needed: 'everyone', grace: '7 days' },
  });
  expect(choice.text).toContain('You can put this off until 9 March 2026');
  expect((await browser.post(`${base}/later`)).location).toBe('/account');
  expect((await browser.get('/account')).status).toBe(200);
  the.clock.advance(days(8));
  const late = the.browser();
  await enterPassword(late, amara);
  const page = await late.get(base);
  expect(page.text).not.toContain('Not now');
  expect((await late.post(`${base}/later`)).location).toBe(base);
  expect((await late.get('/account')).location).toMatch(/^\/log-in/);
});

test('staff set up theirs at their own address', async () => {
  const the = await portal({ settings: { secondFactor: { needed: 'staff-and-administrators' } } });
  const gwen = await the.addPerson({ name: 'Gwen Parry', staff: 'agent' });
  const browser = the.browser();
  const at = '/log-in/staff/set-up';
  expect((await enterPassword(browser, gwen, '/log-in/staff')).location).toBe(at);
  await browser.get(at);
  const page = await choose(browser, 'authenticator', at);
  await confirm(the, browser, page, at);
  const done = await browser.get(`${at}/done`);
  expect(done.text).not.toContain('Do not ask for a security code');
  expect((await browser.post(`${at}/done`)).location).toBe('/desk');
});

test('each thing that was set up is told by email with a way to say "this was not me", and by text', async () => {
  const { the, amara, browser } = await asked({
    secondFactor: { ...everyone.secondFactor, textAlone: true },
  });
  await choose(browser, 'text');
  const sent = await browser.follow(await browser.post(`${base}/text`, { phone: number }));
  const code = await sentCode(the, '+447700900555');
  await browser.post(`${base}/text/code`, { code, setUp: hiddenIn(sent, 'setUp') });
  const [email] = await the.inbox(amara.email);
  expect(email).toMatchObject({ subject: 'How you get into your account was changed' });
  expect(email?.text).toContain('A number for text messages was added');
  expect(email?.text).toContain('2 March 2026 at 9am, from Firefox on Windows');
  expect(email?.links.some((link) => link.includes('/not-me?link='))).toBe(true);
  const told = 'A number for text messages was added. If this was not you, open the email';
  const text = (await the.inbox('+447700900555')).find((message) => message.text.includes(told));
  expect(text?.links).toEqual([]);
});

test('a device can be remembered at the end of the set-up', async () => {
  const { the, amara, browser } = await asked();
  await confirm(the, browser, await choose(browser, 'authenticator'));
  await browser.get(`${base}/done`);
  await browser.post(`${base}/done`, { remember: 'yes' });
  browser.cookies.delete('gatehouse-3000-session');
  expect((await enterPassword(browser, amara)).location).toBe('/account');
});

test('a badly formed code costs no try; a wrong one does, and says how many are left', async () => {
  const { the, browser } = await asked();
  const page = await choose(browser, 'authenticator');
  const setUp = hiddenIn(page, 'setUp');
  for (const code of ['', '12', 'abcdef'])
    expect((await browser.post(`${base}/app`, { code, setUp })).text).not.toContain('tries left');
  const right = codeOfKey(page, the.clock.now());
  const wrong = await browser.post(`${base}/app`, { code: wrongCode(right), setUp });
  expect(wrong.text).toContain('You have 4 tries left');
});
