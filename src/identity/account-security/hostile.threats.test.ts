import { expect, test } from 'vitest';
import { addAuthenticator } from '../../../tests/support/factors.ts';
import { enterCode, enterPassword, logIn, sentCode } from '../../../tests/support/main-job.ts';
import type { HeldFactor } from '../../../tests/support/person-codes.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { hiddenIn } from '../../../tests/support/set-up.ts';
import { listFactors } from '../second-factors/factor.store.ts';

const base = '/account/security';

async function inside(factors: readonly HeldFactor[], secondFactor: object) {
  const the = await portal({ settings: { secondFactor } });
  const amara = await the.addPerson({ factors });
  const browser = the.browser();
  await logIn(browser, amara);
  const [first] = await all(the, amara);
  return { the, amara, browser, first: `${base}/${first?.id}` };
}

const all = ({ needs }: Portal, { id }: AddedPerson) => listFactors(needs.database, id, 'portal');

const press = async (browser: Browser, address: string, fields = {}) => {
  await browser.get(address);
  return browser.post(address, fields);
};

test('names do no harm: nothing in them is markup, and none is a way to send texts at somebody’s cost', async () => {
  const { the, amara, browser, first } = await inside(['authenticator', 'text'], { needed: 'everyone' });
  const hostile = ['<script>x</script>', '" onload="x', '\u0000a', '\ud800', 'a\r\nBcc: b@c.example', '%00'];
  for (const name of hostile)
    expect((await press(browser, `${first}/rename`, { name })).location).toContain('done=renamed');
  await press(browser, `${first}/rename`, { name: hostile[0] });
  expect((await browser.get(base)).html).not.toMatch(/<script>x|" onload="/);
  await press(browser, `${first}/prefer`);
  const texts = (await the.inbox(amara.codes.number)).map(({ text }) => text);
  expect(texts.filter((text) => text.includes('given another name'))).toHaveLength(5);
  expect(texts.filter((text) => text.includes('asked for first'))).toHaveLength(1);
  expect((await the.inbox(amara.email)).length).toBeGreaterThan(hostile.length);
});

test('a number is not trusted at once because the others were removed first', async () => {
  const { the, amara, browser, first } = await inside(['authenticator'], {
    needed: 'nobody',
    textAlone: true,
  });
  await press(browser, `${first}/remove`);
  await press(browser, `${base}/add/text`, { phone: '07700 900 888' });
  const page = await browser.get(`${base}/add/text/code`);
  const code = await sentCode(the, '+447700900888');
  await browser.post(`${base}/add/text/code`, { code, setUp: hiddenIn(page, 'setUp') });
  const [number] = await all(the, amara);
  expect(number).toMatchObject({ kind: 'text', trustedFrom: new Date('2026-03-03T09:00:00Z') });
});

test('of a number that another took the place of both are on record: who, whose and which', async () => {
  const { the, amara, browser } = await inside(['authenticator', 'text'], { needed: 'everyone' });
  const old = (await all(the, amara)).find(({ kind }) => kind === 'text');
  await press(browser, `${base}/add/text`, { phone: '07700 900 888', replaces: old?.id ?? '' });
  const page = await browser.get(`${base}/add/text/code`);
  const code = await sentCode(the, '+447700900888');
  await browser.post(`${base}/add/text/code`, { code, setUp: hiddenIn(page, 'setUp') });
  const fresh = (await all(the, amara)).find(({ kind }) => kind === 'text');
  const events = await the.needs.database
    .selectFrom('audit_event')
    .select(['action', 'actor_id as who', 'subject_id as whose', 'record_id as which'])
    .where('action', 'like', 'factor-%')
    .orderBy('position')
    .execute();
  const by = { who: amara.id, whose: amara.id };
  expect(events).toEqual([
    { action: 'factor-removed', ...by, which: old?.id },
    { action: 'factor-added', ...by, which: fresh?.id },
  ]);
});

test('what somebody has at the desk proves nothing in the portal, and is not changed from there', async () => {
  const { the, amara, browser } = await inside(['authenticator'], { needed: 'everyone' });
  const desk = await addAuthenticator(the.needs, { account: amara.id, realm: 'support' });
  for (const what of ['rename', 'remove', 'prefer']) {
    await browser.get(base);
    const sent = await browser.post(`${base}/${desk.factor.id}/${what}`, { name: 'Mine' });
    expect([303, 404]).toContain(sent.status);
  }
  const other = the.browser();
  await enterPassword(other, amara);
  await press(other, '/log-in/code', { way: desk.factor.id, code: desk.code() });
  expect((await other.get('/account')).status).toBe(303);
  const kept = await listFactors(the.needs.database, amara.id, 'support');
  expect(kept).toEqual([desk.factor]);
});

test('an account that was closed and opened again asks for its code still, also where it was remembered', async () => {
  const { the, amara } = await inside(['authenticator'], { needed: 'everyone' });
  const browser = the.browser();
  await enterPassword(browser, amara);
  await enterCode(browser, amara.codes.authenticator(), '/log-in', { remember: 'yes' });
  await browser.get('/account');
  await browser.post('/log-out');
  expect((await enterPassword(browser, amara)).location).toBe('/account');
  await press(browser, '/account/data/close', { sure: 'yes' });
  const link = (await the.inbox(amara.email))
    .flatMap(({ links }) => links)
    .find((each) => /reopen/.test(each));
  const address = new URL(link ?? '');
  await press(browser, address.pathname + address.search, { link: address.searchParams.get('link') ?? '' });
  expect((await enterPassword(browser, amara)).location).toBe('/log-in/code');
});
