import { expect, test } from 'vitest';
import { seconds } from '../../src/kernel/duration.ts';
import { escapedWords } from '../support/escaped-words.ts';
import { enterCode, enterPassword } from '../support/main-job.ts';
import { portal } from '../support/portal.ts';
import type { Answer } from '../support/portal-browser.ts';

test('every word of logging in with a code, on pages, in emails and texts, comes from a catalogue', async () => {
  const settings = { service: { language: 'pseudo' }, secondFactor: { needed: 'everyone', textAlone: true } };
  const the = await portal({ settings });
  const amara = await the.addPerson({ factors: ['authenticator', 'text', 'email', 'recovery-codes'] });
  await the.needs.database.updateTable('account').set({ preferred_language: null }).execute();
  const seen: Answer[] = [];
  const see = async (answer: Promise<Answer>) => {
    seen.push(await answer);
    return seen.at(-1) as Answer;
  };
  const browser = the.browser();
  await enterPassword(browser, amara);
  const first = await see(browser.get('/log-in/code'));
  const ways = [...first.html.matchAll(/way=([0-9a-f-]{36})/g)].map(([, way = '']) => way);
  expect(ways).toHaveLength(3);
  for (const way of ways) {
    await see(browser.get(`/log-in/code?way=${way}`));
    await browser.post('/log-in/code/send', { way });
    await see(browser.get(`/log-in/code?way=${way}`));
    await see(browser.post('/log-in/code/send', { way }));
    await see(enterCode(browser, 'short', '/log-in', {}, way));
  }
  await see(enterCode(browser, ''));
  // As the setting orders them, and what it leaves out comes last.
  const [, codes = ''] = ways;
  await enterCode(browser, amara.codes.recovery[0] ?? '', '/log-in', {}, codes);
  const other = the.browser();
  await enterPassword(other, amara);
  for (let tries = 0; tries < 5; tries += 1) await see(enterCode(other, '000000'));
  await see(other.get('/log-in/code'));
  await see(the.browser().get('/log-in?waited=too-long'));
  the.clock.advance(seconds(5));
  const { service, support } = the.settings;
  const messages = await the.inbox();
  expect(messages).toHaveLength(4);
  const data = [
    ...[amara.name, amara.email, service.name, service.operator, the.config.origin, '@localhost'],
    ...[support.email, support.phone, ...Object.values(support.hours)],
    ...messages.flatMap(({ links, codes: sent }) => [...links, ...sent]),
  ];
  for (const { html } of seen) expect(escapedWords(html, data)).toEqual([]);
  for (const { subject, html, text } of messages)
    expect(escapedWords(`${subject}\n${html || text}`, data)).toEqual([]);
});
