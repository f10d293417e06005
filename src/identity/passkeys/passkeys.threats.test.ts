import { expect, test } from 'vitest';
import { addRecoveryCodes } from '../../../tests/support/factors.ts';
import { addPasskey, askedBy, usePasskey } from '../../../tests/support/passkeys.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Answer, Browser } from '../../../tests/support/portal-browser.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { softAuthenticator } from '../../../tests/support/soft-authenticator.ts';
import { minutes } from '../../kernel/duration.ts';

const inAccount = '/account/security/add/passkey';
const cookie = 'gatehouse-3000-passkey-challenge';

const logIn = (browser: Browser, { email, password }: AddedPerson) =>
  browser.post('/log-in', { identifier: email, password });

/** Somebody with a passkey, whose log ins ask for a code; `begin` gives a browser that waits for one. */
async function withPasskey(the: Portal, name = 'Amara Osei', passkey = softAuthenticator()) {
  const person = await the.addPerson({ name });
  const browser = the.browser();
  await browser.follow(await logIn(browser, person));
  await addPasskey(browser, inAccount, { passkey });
  const begin = async (at = the.browser()) => {
    expect((await logIn(at, person)).location).toBe('/log-in/code');
    return at;
  };
  return { person, browser, passkey, begin };
}

const isOut = async (browser: Browser) => /^\/log-in/.test((await browser.get('/account')).location ?? '');
const titleOf = ({ html }: Answer) => /<h1[^>]*>([^<]+)/.exec(html)?.[1];
const unknown = 'We did not recognise this passkey';
const late = 'Use your passkey again';

test('forgery: whatever is wrong with an answer, nobody is let in, and it is always said in the same words', async () => {
  const the = await portal();
  const { person, passkey } = await withPasskey(the);
  const stranger = the.browser();
  const odds = [
    { origin: 'https://localhost:3000' },
    { origin: 'http://localhost:3000.evil.example' },
    { rpId: 'evil.example' },
    { type: 'webauthn.create' },
    { challenge: Buffer.alloc(32).toString('base64url') },
    { crossOrigin: true },
    { present: false },
    { userHandle: Buffer.from(person.id).toString('base64url') },
  ];
  for (const odd of odds) {
    const answer = await usePasskey(stranger, { page: '/log-in', passkey, odd });
    expect([odd, answer.status, titleOf(answer)]).toEqual([odd, 422, unknown]);
  }
  const noOnes = await usePasskey(stranger, { page: '/log-in', passkey: softAuthenticator() });
  expect([noOnes.status, titleOf(noOnes)]).toEqual([422, unknown]);
  const options = await askedBy(stranger, '/log-in', '/log-in/passkey/options');
  const forged = JSON.parse(passkey.get(options));
  forged.response.signature = JSON.parse(softAuthenticator().get(options)).response.signature;
  expect(titleOf(await stranger.post('/log-in/passkey', { passkey: JSON.stringify(forged) }))).toBe(unknown);
  expect(await isOut(stranger)).toBe(true);
});

test('garbage: an answer no browser would give is refused, and nothing fails', async () => {
  const the = await portal();
  const stranger = the.browser();
  const garbage = [
    '',
    'null',
    '[]',
    '{',
    '"text"',
    JSON.stringify({ id: 'a', rawId: 'a', type: 'public-key', response: {} }),
    JSON.stringify({ id: 'A'.repeat(60_000), rawId: 'A', type: 'public-key', response: {} }),
    '['.repeat(9000),
  ];
  for (const passkey of garbage) {
    await askedBy(stranger, '/log-in', '/log-in/passkey/options');
    const answer = await stranger.post('/log-in/passkey', { passkey });
    expect([passkey.slice(0, 20), answer.status, titleOf(answer)]).toEqual([
      passkey.slice(0, 20),
      422,
      unknown,
    ]);
  }
  for (const challenge of ['', 'x', 'A'.repeat(3000)]) {
    stranger.cookies.set(cookie, challenge);
    expect((await stranger.post('/log-in/passkey', { passkey: '{}' })).status).toBe(422);
  }
  expect(the.logLines.join('')).not.toContain('a surprise');
});

test('replay: a challenge is answered once, within 5 minutes, and in the browser that was asked', async () => {
  const the = await portal();
  const { passkey } = await withPasskey(the);
  const owner = the.browser();
  const options = await askedBy(owner, '/log-in', '/log-in/passkey/options');
  const challenge = owner.cookies.get(cookie) ?? '';
  const answer = passkey.get(options);
  const thief = the.browser();
  await thief.get('/log-in');
  expect(titleOf(await thief.post('/log-in/passkey', { passkey: answer }))).toBe(late);
  expect((await owner.post('/log-in/passkey', { passkey: answer })).location).toBe('/account');
  thief.cookies.set(cookie, challenge);
  expect(titleOf(await thief.post('/log-in/passkey', { passkey: answer }))).toBe(late);
  expect(await isOut(thief)).toBe(true);
  const slow = await askedBy(thief, '/log-in', '/log-in/passkey/options');
  the.clock.advance(minutes(5));
  expect(titleOf(await thief.post('/log-in/passkey', { passkey: passkey.get(slow) }))).toBe(late);
});

test('race: one answer sent 8 times at once opens one session', async () => {
  const the = await portal();
  const { passkey } = await withPasskey(the);
  const owner = the.browser();
  const options = await askedBy(owner, '/log-in', '/log-in/passkey/options');
  const answer = passkey.get(options);
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => owner.post('/log-in/passkey', { passkey: answer })),
  );
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
});

test('whoever did not unlock the passkey needs the password as well, and a portal passkey never opens the desk', async () => {
  const the = await portal();
  const { passkey, begin } = await withPasskey(the);
  const found = the.browser();
  const alone = await usePasskey(found, { page: '/log-in', passkey, odd: { verified: false } });
  expect([alone.status, titleOf(alone)]).toEqual([422, 'This passkey needs your password too']);
  expect(await isOut(found)).toBe(true);
  expect(titleOf(await usePasskey(found, { page: '/log-in/staff', passkey }))).toBe(unknown);
  const beside = await usePasskey(await begin(), {
    page: '/log-in/code',
    passkey,
    odd: { verified: false },
  });
  expect(beside.location).toBe('/account');
});

test('what was asked for one purpose, log in or session answers no other', async () => {
  const the = await portal();
  const { passkey, browser, begin } = await withPasskey(the);
  const waiting = await begin();
  const forCode = passkey.get(await askedBy(waiting, '/log-in/code', '/log-in/code/passkey/options'));
  expect(titleOf(await waiting.post('/log-in/passkey', { passkey: forCode }))).toBe(late);
  const forLogIn = passkey.get(await askedBy(waiting, '/log-in', '/log-in/passkey/options'));
  expect(titleOf(await waiting.post('/log-in/code/passkey', { passkey: forLogIn }))).toBe(late);
  const other = await begin();
  const forOther = passkey.get(await askedBy(other, '/log-in/code', '/log-in/code/passkey/options'));
  waiting.cookies.set(cookie, other.cookies.get(cookie) ?? '');
  expect(titleOf(await waiting.post('/log-in/code/passkey', { passkey: forOther }))).toBe(late);
  const toConfirm = '/account/confirm/passkey';
  const forSession = passkey.get(await askedBy(browser, '/account/confirm', `${toConfirm}/options`));
  expect((await other.post('/log-in/code/passkey', { passkey: forOther })).location).toBe('/account');
  other.cookies.set(cookie, browser.cookies.get(cookie) ?? '');
  await other.get('/account/confirm');
  expect(titleOf(await other.post(toConfirm, { passkey: forSession }))).toBe(late);
  const toAdd = await askedBy(browser, inAccount, `${inAccount}/options`);
  expect(titleOf(await browser.post(toConfirm, { passkey: passkey.get(toAdd) }))).toBe(late);
});

test('another person’s passkey is none of mine, in the place of a code or to show that it is me', async () => {
  const the = await portal();
  const amara = await withPasskey(the);
  const { passkey } = await withPasskey(the, 'Ben Okri');
  const waiting = await amara.begin();
  expect(titleOf(await usePasskey(waiting, { page: '/log-in/code', passkey }))).toBe(unknown);
  const page = '/account/confirm';
  expect(titleOf(await usePasskey(amara.browser, { page, passkey }))).toBe(unknown);
  expect(await isOut(waiting)).toBe(true);
});

test('guessing: wrong passkeys count against their network like wrong passwords', async () => {
  const the = await portal({ settings: { lockout: { triesPerNetwork: 10 } } });
  const stranger = the.browser();
  const passkey = softAuthenticator();
  for (let tries = 0; tries < 10; tries += 1)
    expect((await usePasskey(stranger, { page: '/log-in', passkey })).status).toBe(422);
  expect((await usePasskey(stranger, { page: '/log-in', passkey })).status).toBe(429);
});

test('copied: a counter that went back lets nobody in, its owner is told once, and the only passkey still counts beside a password', async () => {
  const the = await portal();
  const { person, passkey, begin } = await withPasskey(the);
  const thiefs = passkey.copy();
  await usePasskey(the.browser(), { page: '/log-in', passkey });
  const thief = the.browser();
  const refused = await usePasskey(thief, { page: '/log-in', passkey: thiefs });
  expect([refused.status, titleOf(refused)]).toEqual([422, 'We could not accept this passkey']);
  await usePasskey(thief, { page: '/log-in', passkey: thiefs, odd: { signCount: 1 } });
  expect(await isOut(thief)).toBe(true);
  const mails = (await the.inbox(person.email)).filter(({ subject }) => /copied/.test(subject ?? ''));
  expect(mails).toHaveLength(1);
  expect(mails[0]?.links.join(' ')).toContain('/not-me?link=');
  const events = await the.needs.database
    .selectFrom('audit_event')
    .select('action')
    .where('action', '=', 'passkey-copied')
    .execute();
  expect(events.length).toBeGreaterThan(0);
  const alone = await usePasskey(the.browser(), { page: '/log-in', passkey });
  expect(titleOf(alone)).toBe('This passkey needs your password too');
  expect((await usePasskey(await begin(), { page: '/log-in/code', passkey })).location).toBe('/account');
});

test('copied: where another way is enough the passkey is stopped, and “this was not me” does not bring it back', async () => {
  const the = await portal();
  const { person, passkey } = await withPasskey(the);
  await addRecoveryCodes(the.needs, { account: person.id });
  const thiefs = passkey.copy();
  await usePasskey(the.browser(), { page: '/log-in', passkey });
  await usePasskey(the.browser(), { page: '/log-in', passkey: thiefs });
  expect(titleOf(await usePasskey(the.browser(), { page: '/log-in', passkey }))).toBe(unknown);
  const mail = (await the.inbox(person.email)).find(({ subject }) => /copied/.test(subject ?? ''));
  expect(mail?.text).toContain('We stopped this passkey');
  const link = mail?.links.find((each) => each.includes('/not-me')) ?? '';
  const reader = the.browser();
  await reader.get(link);
  const secret = new URL(link).searchParams.get('link') ?? '';
  expect((await reader.post('/not-me', { link: secret })).status).toBeLessThan(400);
  const inUse = await the.needs.database
    .selectFrom('factor')
    .select('kind')
    .where('removed_at', 'is', null)
    .execute();
  expect(inUse).toEqual([{ kind: 'recovery-codes' }]);
});

test('what is not a new passkey of this page is not added, nor one that is somebody’s already', async () => {
  const the = await portal();
  const { browser, passkey } = await withPasskey(the);
  const add = async (at: Browser, made: typeof passkey, odd = {}) => {
    const options = await askedBy(at, inAccount, `${inAccount}/options`);
    return at.post(inAccount, { passkey: made.create(options, odd) });
  };
  const odds = [
    { origin: 'https://evil.example' },
    { rpId: 'evil.example' },
    { type: 'webauthn.get' },
    { challenge: 'AAAA' },
    { present: false },
  ];
  for (const odd of odds)
    expect([odd, titleOf(await add(browser, softAuthenticator(), odd))]).toEqual([
      odd,
      'The passkey was not added',
    ]);
  const other = await the.addPerson({ name: 'Ben Okri' });
  const bens = the.browser();
  await bens.follow(await logIn(bens, other));
  expect(titleOf(await add(bens, passkey.copy()))).toBe('You have this passkey already');
  const kept = await the.needs.database.selectFrom('factor').select('account_id').execute();
  expect(kept).toHaveLength(1);
});

test('a password alone adds no passkey to an account that has one, and changes stay frozen', async () => {
  const the = await portal();
  const { person, browser, begin } = await withPasskey(the);
  const thief = await begin();
  const page = '/log-in/set-up/passkey';
  expect((await thief.get(page)).location).toBe('/log-in/set-up');
  expect((await thief.post(`${page}/options`)).location).toBe('/log-in/set-up');
  expect((await thief.post(page, { passkey: '{}' })).location).toBe('/log-in/set-up');
  await the.needs.database
    .updateTable('account')
    .set({ changes_frozen_at: the.clock.now() })
    .where('id', '=', person.id)
    .execute();
  const options = await askedBy(browser, inAccount, `${inAccount}/options`);
  const frozen = await browser.post(inAccount, { passkey: softAuthenticator().create(options) });
  expect(titleOf(frozen)).toBe('Changes are stopped');
});

test('a form of another site brings nobody into an account of its choice', async () => {
  const the = await portal();
  const { passkey } = await withPasskey(the);
  const victim = the.browser();
  const options = await askedBy(victim, '/log-in', '/log-in/passkey/options');
  victim.forgetToken();
  expect(titleOf(await victim.post('/log-in/passkey', { passkey: passkey.get(options) }))).toBe(late);
  victim.forgetToken();
  expect((await victim.post('/log-in/passkey/options')).status).toBe(409);
  expect(await isOut(victim)).toBe(true);
});
