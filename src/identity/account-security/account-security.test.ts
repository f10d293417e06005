import { expect, test } from 'vitest';
import { logIn, sentCode } from '../../../tests/support/main-job.ts';
import type { HeldFactor } from '../../../tests/support/person-codes.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { chooseWay, confirmApp, hiddenIn, recoveryCodesOn } from '../../../tests/support/set-up.ts';
import { days, hours, minutes } from '../../kernel/duration.ts';
import { freezeChanges } from '../freeze.store.ts';
import { listFactors } from '../second-factors/factor.store.ts';
import type { FactorKind } from '../second-factors/factor.ts';

const everyone = { secondFactor: { needed: 'everyone', textAlone: true } };
const base = '/account/security';

async function owner(factors: readonly HeldFactor[], settings: object = everyone) {
  const the = await portal({ settings });
  const amara = await the.addPerson({ factors });
  const browser = the.browser();
  await logIn(browser, amara);
  return { the, amara, browser, page: await browser.get(base) };
}

const all = ({ needs }: Portal, { id }: AddedPerson) => listFactors(needs.database, id, 'portal');

const addressOf = async (the: Portal, person: AddedPerson, kind: FactorKind, what: string) =>
  `${base}/${(await all(the, person)).find((factor) => factor.kind === kind)?.id}/${what}`;

const press = async (browser: Browser, address: string, fields = {}) => {
  await browser.get(address);
  return browser.follow(await browser.post(address, fields));
};

test('whoever has only a password is told what that means, and can add a way though nobody needs one', async () => {
  const { the, amara, browser, page } = await owner([], { secondFactor: { needed: 'nobody' } });
  expect(page.text).toContain('You only have a password');
  expect((await browser.get('/account')).text).toContain('protected by a password only');
  const guide = await chooseWay(browser, `${base}/add`, 'authenticator');
  const added = await browser.follow(await confirmApp(browser, `${base}/add`, guide, the.clock.now()));
  expect(added.text).toContain('The authenticator app was added');
  expect(added.text).toContain('Added 2 March 2026');
  expect(added.text).toContain('You have no recovery codes');
  expect((await browser.get('/account')).text).toContain('a password and a security code or passkey');
  expect((await all(the, amara)).map(({ kind }) => kind)).toEqual(['authenticator']);
});

test('the page tells of each when it was added and used, the end of the number, and how many codes are left', async () => {
  const { page } = await owner(['authenticator', 'text', 'recovery-codes']);
  expect(page.text).toMatch(/Authenticator app Asked for first Added 2 March 2026 Last used 2 March 2026 at/);
  expect(page.text).toMatch(/Text message Number Ends in \d{3}/);
  expect(page.text).toContain('Codes left 10 of 10');
  expect(page.text).toContain('Your account needs at least one of them');
});

test('where there is one way alone, nobody is asked which comes first', async () => {
  const { page } = await owner(['authenticator']);
  expect(page.text).toContain('Rename');
  expect(page.text).not.toContain('Ask for this first');
});

test('a way is renamed, asked for first and removed, each time after a page that says what happens', async () => {
  const { the, amara, browser } = await owner(['authenticator', 'text']);
  const rename = await addressOf(the, amara, 'authenticator', 'rename');
  expect((await press(browser, rename, { name: '' })).text).toContain('Enter a name');
  expect((await press(browser, rename, { name: 'Work phone' })).text).toContain('The new name was saved');
  expect((await browser.get(base)).text).toContain('Work phone Asked for first Kind Authenticator app');
  await press(browser, await addressOf(the, amara, 'text', 'prefer'));
  expect((await browser.get(base)).text).toMatch(/Text message Asked for first/);
  const gone = await press(browser, await addressOf(the, amara, 'text', 'remove'));
  expect(gone.text).toContain('It was removed. Everybody else was logged out');
  expect((await all(the, amara)).map(({ name }) => name)).toEqual(['Work phone']);
});

test('the last one that is enough cannot go; another is added first, and then it can', async () => {
  const { the, amara, browser } = await owner(['authenticator']);
  const remove = await addressOf(the, amara, 'authenticator', 'remove');
  expect((await browser.get(remove)).text).toContain('You cannot remove “Authenticator app” yet');
  const refused = await browser.post(remove);
  expect([refused.status, (await all(the, amara)).length]).toEqual([409, 1]);
  const shown = await chooseWay(browser, `${base}/add`, 'recovery-codes');
  await browser.post(`${base}/add/codes`, { setUp: hiddenIn(shown, 'setUp'), saved: 'yes' });
  expect((await press(browser, remove)).text).toContain('It was removed');
});

test('new recovery codes take the place of the old once they are kept', async () => {
  const { the, amara, browser } = await owner(['authenticator', 'recovery-codes']);
  const shown = await chooseWay(browser, `${base}/add`, 'recovery-codes');
  expect(shown.text).toContain('Your old recovery codes stop working when you continue');
  const fields = { setUp: hiddenIn(shown, 'setUp'), saved: 'yes' };
  const kept = await browser.follow(await browser.post(`${base}/add/codes`, fields));
  expect(kept.text).toContain('You have new recovery codes');
  const enter = async (code: string) => {
    const stranger = the.browser();
    await stranger.get('/log-in');
    await stranger.post('/log-in', { identifier: amara.email, password: amara.password });
    const way = (await all(the, amara)).find(({ kind }) => kind === 'recovery-codes')?.id ?? '';
    await stranger.get(`/log-in/code?way=${way}`);
    return (await stranger.post('/log-in/code', { way, code })).status;
  };
  expect(await enter(amara.codes.recovery[0] ?? '')).toBe(422);
  expect(await enter(recoveryCodesOn(shown)[0] ?? '')).toBe(303);
});

test('the number is changed; the new one counts alone only after a day, and both numbers hear of it', async () => {
  const { the, amara, browser, page } = await owner(['authenticator', 'text']);
  const change = /href="([^"]+replaces=[^"]+)"/.exec(page.html)?.[1] ?? '';
  expect((await browser.get(change)).text).toContain('Change the number for text messages');
  const replaces = new URL(change, 'http://localhost').searchParams.get('replaces') ?? '';
  const fields = { phone: '07700 900 888', replaces };
  const sent = await browser.follow(await browser.post(`${base}/add/text`, fields));
  const code = await sentCode(the, '+447700900888');
  const done = await browser.post(`${base}/add/text/code`, { code, setUp: hiddenIn(sent, 'setUp') });
  expect((await browser.follow(done)).text).toContain('we also ask for a code by email');
  const texts = (await all(the, amara)).filter(({ kind }) => kind === 'text');
  expect(texts.map(({ phoneDialled }) => phoneDialled)).toEqual(['+447700900888']);
  for (const number of [amara.codes.number, '+447700900888'])
    expect((await the.inbox(number)).map(({ text }) => text).join()).toContain(
      'number for text messages was changed',
    );
  the.clock.advance(days(1));
  await logIn(browser, amara);
  expect((await browser.get(base)).text).not.toContain('we also ask for a code by email');
});

test('a change logs everybody else out, and leaves this browser logged in under a new token', async () => {
  const { the, amara, browser } = await owner(['authenticator', 'text']);
  const elsewhere = the.browser();
  await logIn(elsewhere, amara);
  const before = browser.cookies.get('gatehouse-3000-session');
  await press(browser, await addressOf(the, amara, 'text', 'remove'));
  expect((await elsewhere.get('/account')).status).toBe(303);
  expect((await browser.get('/account')).status).toBe(200);
  expect(browser.cookies.get('gatehouse-3000-session')).not.toBe(before);
});

test('each change asks for a proof that is fresh, and goes on where it was', async () => {
  const { the, amara, browser } = await owner(['authenticator', 'text']);
  const remove = await addressOf(the, amara, 'text', 'remove');
  await browser.get(remove);
  the.clock.advance(minutes(11));
  for (const asked of [
    await browser.get(remove),
    await browser.post(remove),
    await browser.get(`${base}/add`),
  ])
    expect(asked.location).toContain('/account/confirm?next=');
  expect((await browser.get(base)).status).toBe(200);
});

test('while changes are frozen the page says so and offers none', async () => {
  const { the, amara, browser } = await owner(['authenticator', 'text']);
  const remove = await addressOf(the, amara, 'text', 'remove');
  await the.needs.database.transaction().execute((tx) => freezeChanges(tx, amara.id, the.clock.now()));
  const page = await browser.get(base);
  expect(page.text).toContain('this cannot be changed until support has looked');
  expect(page.html).not.toContain('/remove"');
  await browser.get(remove);
  await browser.post(remove);
  expect((await browser.post(`${base}/add`, { way: 'authenticator' })).status).toBe(409);
  expect(await all(the, amara)).toHaveLength(2);
});

test('staff have the same page at the desk', async () => {
  const the = await portal({ settings: { secondFactor: { needed: 'staff-and-administrators' } } });
  const gwen = await the.addPerson({ name: 'Gwen Parry', staff: 'agent', factors: ['authenticator'] });
  const browser = the.browser();
  await logIn(browser, gwen, '/log-in/staff');
  const page = await browser.get('/desk/security');
  expect(page.text).toContain('Your account needs at least one of them');
  expect((await browser.get('/desk/devices')).html).toContain('href="/desk/security"');
  const id = (await listFactors(the.needs.database, gwen.id, 'support'))[0]?.id;
  expect((await browser.get(`/desk/security/${id}/remove`)).text).toContain('You cannot remove');
});

test('after a reset by email the password is not enough for a change for a day', async () => {
  const { the, amara, browser } = await owner(['authenticator', 'text']);
  const recovered_at = the.clock.now();
  await the.needs.database.updateTable('password').set({ recovered_at }).execute();
  await the.needs.database.updateTable('session').set({ factor_proven_at: null }).execute();
  const remove = await addressOf(the, amara, 'text', 'remove');
  expect((await browser.get(remove)).location).toContain('/account/confirm?next=');
  the.clock.advance(hours(25));
  await logIn(browser, amara);
  await the.needs.database.updateTable('session').set({ factor_proven_at: null }).execute();
  expect((await browser.get(remove)).status).toBe(200);
});
