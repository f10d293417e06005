import { expect, test } from 'vitest';
import { newestLink } from '../../../tests/support/email-changes.ts';
import { enterCode, enterPassword, sentCode } from '../../../tests/support/main-job.ts';
import type { HeldFactor } from '../../../tests/support/person-codes.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import type { AddedPerson } from '../../../tests/support/portal-people.ts';
import { hiddenIn } from '../../../tests/support/set-up.ts';
import { hours, minutes } from '../../kernel/duration.ts';
import { listFactors } from '../second-factors/factor.store.ts';
import type { FactorKind } from '../second-factors/factor.ts';

const fresh = '+447700900888';
const newPassword = 'Seven-quiet-rivers-7';

async function opened(factors: HeldFactor[]) {
  const the = await portal({ settings: { secondFactor: { needed: 'everyone', textAlone: true } } });
  const amara = await the.addPerson({ factors });
  return { the, amara, browser: the.browser() };
}

const idOf = async (the: Portal, { id }: AddedPerson, kind: FactorKind): Promise<string> =>
  (await listFactors(the.needs.database, id, 'portal')).find((factor) => factor.kind === kind)?.id ?? '';

const numbersOf = async (the: Portal, { id }: AddedPerson) =>
  (await listFactors(the.needs.database, id, 'portal')).flatMap(({ phoneDialled }) => phoneDialled ?? []);

/** At the page of security: another number takes the place of the first. */
async function changeNumber(the: Portal, browser: Browser, replaces: string): Promise<void> {
  const sent = await browser.follow(
    await browser.post('/account/security/add/text', { phone: '07700 900 888', replaces }),
  );
  const code = await sentCode(the, fresh);
  await browser.post('/account/security/add/text/code', { code, setUp: hiddenIn(sent, 'setUp') });
}

async function resetByMail(the: Portal, { email }: AddedPerson): Promise<void> {
  const browser = the.browser();
  await browser.get('/forgotten-details');
  await browser.post('/forgotten-details', { email, realm: 'portal' });
  const link = (await newestLink(the, email, '/reset-password')) ?? '';
  await browser.get(link);
  await browser.post('/reset-password', { link: link.split('link=')[1] ?? '', password: newPassword });
}

test.each(['text', 'authenticator', 'recovery-codes'] as const)(
  '[C4] who changed their phone changes the number by themselves, proven by: %s',
  async (kind) => {
    const { the, amara, browser } = await opened(['text', 'authenticator', 'recovery-codes']);
    const way = await idOf(the, amara, kind);
    await enterPassword(browser, amara);
    await browser.get(`/log-in/code?way=${way}`);
    if (kind === 'text') await browser.post('/log-in/code/send', { way });
    const codes = {
      text: () => sentCode(the, amara.codes.number),
      authenticator: () => Promise.resolve(amara.codes.authenticator()),
      'recovery-codes': () => Promise.resolve(amara.codes.recovery[0] ?? ''),
    };
    expect((await enterCode(browser, await codes[kind](), '/log-in', {}, way)).location).toBe('/account');
    await browser.get('/account/security');
    await changeNumber(the, browser, await idOf(the, amara, 'text'));
    expect(await numbersOf(the, amara)).toEqual([fresh]);
  },
);

test('[C4] with none of them there is the request to support, and the number stays', async () => {
  const { the, amara, browser } = await opened(['text']);
  await enterPassword(browser, amara);
  await browser.get('/log-in/code/cannot-use/ask');
  const sent = await browser.follow(
    await browser.post('/log-in/code/cannot-use/send', { reason: 'new-number', words: '', phone: '' }),
  );
  expect(sent.text).toContain('Support has your request');
  expect(await numbersOf(the, amara)).toEqual([amara.codes.number]);
});

test('[C4] a recovery by email asks for the code all the same, and so do changes for a day after it', async () => {
  const { the, amara } = await opened(['text', 'authenticator']);
  await resetByMail(the, amara);
  const browser = the.browser();
  const password = newPassword;
  expect((await enterPassword(browser, { ...amara, password })).location).toBe('/log-in/code');
  const app = await idOf(the, amara, 'authenticator');
  await enterCode(browser, amara.codes.authenticator(), '/log-in', {}, app);
  the.clock.advance(minutes(11));
  const text = await idOf(the, amara, 'text');
  const remove = `/account/security/${text}/remove`;
  const away = await browser.get(remove);
  expect(away.location).toMatch(/^\/account\/confirm\?next=/);
  const page = await browser.follow(away);
  expect(page.text).toContain('The password was reset by email a short time ago.');
  await browser.post('/account/confirm', { password, next: remove });
  expect((await browser.get(remove)).status).toBe(303);
  const code = amara.codes.authenticator();
  const on = await browser.post('/account/confirm/code', { way: app, code, next: remove });
  expect((await browser.follow(on)).status).toBe(200);
  the.clock.advance(hours(24));
  await enterPassword(browser, { ...amara, password });
  await enterCode(browser, amara.codes.authenticator(), '/log-in', {}, app);
  the.clock.advance(minutes(11));
  await browser.get('/account/confirm');
  const next = await browser.post('/account/confirm', { password, next: remove });
  expect((await browser.follow(next)).status).toBe(200);
});
