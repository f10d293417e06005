import { expect, test } from 'vitest';
import { enterCode, enterPassword, logIn, wrongCode } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Answer, Browser } from '../../../tests/support/portal-browser.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { chooseWay, codeOfKey, confirmApp, hiddenIn, keyOn } from '../../../tests/support/set-up.ts';
import { minutes, seconds } from '../../kernel/duration.ts';
import { listFactors } from '../second-factors/factor.store.ts';

const everyone = { secondFactor: { needed: 'everyone', textAlone: true } };
const base = '/log-in/set-up';

const opened = async () => {
  const the = await portal({ settings: everyone });
  return { the, amara: await the.addPerson() };
};

/** Somebody who knows the password, with the guide for an app open. */
async function atGuide(the: Portal, person: AddedPerson) {
  const browser = the.browser();
  await enterPassword(browser, person);
  await browser.get(base);
  return { browser, page: await chooseWay(browser, base, 'authenticator') };
}

const confirm = (the: Portal, { browser, page }: { browser: Browser; page: Answer }) =>
  confirmApp(browser, base, page, the.clock.now());

const all = ({ needs }: Portal, { id }: AddedPerson) => listFactors(needs.database, id, 'portal');

const setUps = ({ needs }: Portal) => needs.database.selectFrom('factor_setup').selectAll().execute();

test('two set-ups race: the first is the account’s, and whoever comes second must give its code', async () => {
  const { the, amara } = await opened();
  const [one, other] = [await atGuide(the, amara), await atGuide(the, amara)];
  expect(keyOn(one.page)).not.toBe(keyOn(other.page));
  const answers = await Promise.all([confirm(the, one), confirm(the, other)]);
  expect(answers.filter(({ location }) => location === `${base}/done`)).toHaveLength(1);
  expect(await all(the, amara)).toHaveLength(1);
  const late = answers[0]?.location === `${base}/done` ? other : one;
  await late.browser.get(`${base}/done`);
  expect((await late.browser.post(`${base}/done`)).location).toMatch(/^\/log-in/);
  expect((await late.browser.get('/account')).location).toMatch(/^\/log-in/);
});

test('a thief with the password alone: a set-up left open beside the owner’s ends with it, and leads nowhere', async () => {
  const { the, amara } = await opened();
  const thief = await atGuide(the, amara);
  const owner = await atGuide(the, amara);
  await confirm(the, owner);
  await owner.browser.get(`${base}/done`);
  expect((await owner.browser.post(`${base}/done`)).location).toBe('/account');
  expect((await confirm(the, thief)).location).toMatch(/^\/log-in/);
  for (const address of ['', '/app', '/done', '/codes', '/text'])
    expect((await thief.browser.get(base + address)).location).toMatch(/^\/log-in/);
  await enterPassword(thief.browser, amara);
  expect((await thief.browser.get(base)).location).toBe('/log-in/code');
  expect(await all(the, amara)).toHaveLength(1);
});

test('nobody is logged in before something is set up, whatever address they send', async () => {
  const { the, amara } = await opened();
  const { browser, page } = await atGuide(the, amara);
  expect((await browser.get(`${base}/done`)).location).toBe(base);
  expect((await browser.post(`${base}/done`, { remember: 'yes' })).location).toBe(base);
  expect((await browser.post(`${base}/later`)).location).toBe(base);
  const bare = { code: codeOfKey(page, the.clock.now()), setUp: '' };
  expect((await browser.post(`${base}/app`, bare)).location).toBe(`${base}?began=again`);
  expect((await browser.get('/account')).location).toMatch(/^\/log-in/);
});

test('wrong codes at set-ups count with all other wrong codes of the account, however many browsers try', async () => {
  const { the, amara } = await opened();
  const [one, other] = [await atGuide(the, amara), await atGuide(the, amara)];
  const guess = ({ browser, page }: typeof one) =>
    browser.post(`${base}/app`, {
      code: wrongCode(codeOfKey(page, the.clock.now())),
      setUp: hiddenIn(page, 'setUp'),
    });
  for (const who of [one, other, one, other]) expect((await guess(who)).status).toBe(422);
  expect((await guess(one)).text).toContain('Code entry is closed');
  expect((await confirm(the, other)).status).toBe(429);
  the.clock.advance(minutes(16));
  expect((await confirm(the, other)).location).toBe(`${base}/done`);
});

test('a right code at a set-up buys no further tries at a code that is not one’s own', async () => {
  const the = await portal({ settings: everyone });
  const amara = await the.addPerson({ factors: ['text'] });
  const browser = the.browser();
  await enterPassword(browser, amara);
  const { code } = await sendAndRead(the, browser, amara);
  await enterCode(browser, code);
  const security = '/account/security/add';
  await browser.get(security);
  const first = await chooseWay(browser, security, 'authenticator');
  const wrong = { code: wrongCode(codeOfKey(first, the.clock.now())), setUp: hiddenIn(first, 'setUp') };
  for (let tries = 0; tries < 3; tries += 1) await browser.post(`${security}/app`, wrong);
  await confirmApp(browser, security, first, the.clock.now());
  const second = await chooseWay(browser, security, 'authenticator');
  const last = await browser.post(`${security}/app`, {
    code: wrongCode(codeOfKey(second, the.clock.now())),
    setUp: hiddenIn(second, 'setUp'),
  });
  expect(last.text).toContain('You have 1 try left');
});

async function sendAndRead(the: Portal, browser: Browser, person: AddedPerson) {
  const page = await browser.get('/log-in/code');
  await browser.post('/log-in/code/send', { way: hiddenIn(page, 'way') });
  const [text] = await the.inbox(person.codes.number);
  return { code: text?.codes[0] ?? '' };
}

test('replay: the code that confirmed a set-up does not log in', async () => {
  const { the, amara } = await opened();
  const { browser, page } = await atGuide(the, amara);
  const code = codeOfKey(page, the.clock.now());
  await confirm(the, { browser, page });
  const thief = the.browser();
  await enterPassword(thief, amara);
  expect((await enterCode(thief, code)).status).toBe(422);
  the.clock.advance(seconds(30));
  expect((await enterCode(thief, codeOfKey(page, the.clock.now()))).status).toBe(303);
});

test('the key of an app is never shown again, and cannot be read in the database', async () => {
  const { the, amara } = await opened();
  const { browser, page } = await atGuide(the, amara);
  const key = keyOn(page);
  const stored = JSON.stringify(await setUps(the));
  expect(stored).not.toContain(key.replaceAll(' ', ''));
  await confirm(the, { browser, page });
  expect((await setUps(the)).map(({ sealed_secret }) => sealed_secret)).toEqual([null]);
  await browser.get(`${base}/done`);
  await browser.post(`${base}/done`);
  expect((await browser.get('/account/security/add/app')).location).toContain('began=again');
  await browser.get('/account/security/add');
  const another = await chooseWay(browser, '/account/security/add', 'authenticator');
  expect(keyOn(another)).not.toBe(key);
  expect((await browser.get('/account/security')).text).not.toContain(key);
});

test('a set-up works in the browser that began it only', async () => {
  const { the, amara } = await opened();
  const [one, other] = [await atGuide(the, amara), await atGuide(the, amara)];
  const swapped = await other.browser.post(`${base}/app`, {
    code: codeOfKey(one.page, the.clock.now()),
    setUp: hiddenIn(one.page, 'setUp'),
  });
  expect(swapped.location).toBe(`${base}?began=again`);
  expect(await all(the, amara)).toEqual([]);
});

test('a form that did not come from our page sets nothing up', async () => {
  const { the, amara } = await opened();
  const { browser, page } = await atGuide(the, amara);
  browser.forgetToken();
  const forged = await confirmApp(browser, base, page, the.clock.now());
  expect([forged.status, keyOn(forged)]).toEqual([422, keyOn(page)]);
  for (const path of ['', '/text', '/codes', '/codes/file', '/text/again', '/later', '/done']) {
    browser.forgetToken();
    const fields = { way: 'recovery-codes', phone: '07700 900 555', saved: 'yes' };
    expect((await browser.post(base + path, fields)).status).toBeGreaterThanOrEqual(303);
  }
  expect(await all(the, amara)).toEqual([]);
  expect(await setUps(the)).toHaveLength(1);
});

test('opening pages changes nothing, as mail scanners and link previews do', async () => {
  const { the, amara } = await opened();
  const browser = the.browser();
  await enterPassword(browser, amara);
  for (const path of [
    '',
    '?way=authenticator',
    '/app',
    '/text',
    '/text/code',
    '/email/code',
    '/codes',
    '/done',
  ])
    for (const see of [browser.get, browser.head]) await see(base + path);
  expect([await setUps(the), await all(the, amara)]).toEqual([[], []]);
});

test('a number that is there already, or one more than there may be, is refused with words', async () => {
  const the = await portal({ settings: everyone });
  const amara = await the.addPerson({ factors: ['authenticator', 'text'] });
  const browser = the.browser();
  await logIn(browser, amara);
  const security = '/account/security/add';
  await browser.get(`${security}/text`);
  const same = await browser.post(`${security}/text`, { phone: amara.codes.number });
  expect([same.status, same.text]).toEqual([422, expect.stringContaining('on this number already')]);
  for (let more = 0; more < 5; more += 1) {
    the.clock.advance(seconds(30));
    const page = await chooseWay(browser, security, 'authenticator');
    const answer = await confirmApp(browser, security, page, the.clock.now());
    if (more < 4) expect(answer.status).toBe(303);
    else expect([answer.status, answer.text]).toEqual([409, expect.stringContaining('no room for another')]);
  }
  const names = (await all(the, amara))
    .filter(({ kind }) => kind === 'authenticator')
    .map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
