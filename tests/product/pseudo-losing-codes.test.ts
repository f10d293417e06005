import { expect, test } from 'vitest';
import { minutes } from '../../src/kernel/duration.ts';
import { atTheDesk } from '../support/at-the-desk.ts';
import { newestLink } from '../support/email-changes.ts';
import { escapedWords } from '../support/escaped-words.ts';
import { enterPassword, logIn } from '../support/main-job.ts';
import { portal } from '../support/portal.ts';
import type { Answer } from '../support/portal-browser.ts';

const said = { reason: 'lost-phone', words: '', phone: '' };

test('every word of proving who one is again, and of losing every way to a code, comes from a catalogue', async () => {
  const the = await portal({ settings: { service: { language: 'pseudo' } } });
  const amara = await the.addPerson({ factors: ['authenticator', 'text', 'email', 'recovery-codes'] });
  await the.needs.database.updateTable('account').set({ preferred_language: null }).execute();
  const seen: Answer[] = [];
  const see = async (answer: Promise<Answer>) => {
    seen.push(await answer);
    return seen.at(-1) as Answer;
  };
  const own = the.browser();
  await logIn(own, amara);
  const first = await see(own.get('/account/confirm'));
  for (const [, way = ''] of first.html.matchAll(/way=([0-9a-f-]{36})/g)) {
    await see(own.get(`/account/confirm?way=${way}`));
    await own.post('/account/confirm/send', { way, next: '/account' });
    await see(own.get(`/account/confirm?way=${way}`));
    await see(own.post('/account/confirm/send', { way, next: '/account' }));
    await see(own.post('/account/confirm/code', { way, next: '/account', code: 'short' }));
  }
  await see(own.get('/account/profile'));
  const stuck = the.browser();
  await enterPassword(stuck, amara);
  await see(stuck.get('/log-in/code/cannot-use'));
  await see(stuck.get('/log-in/code/cannot-use/ask'));
  await see(stuck.post('/log-in/code/cannot-use/ask', { ...said, reason: '', phone: 'none' }));
  await see(stuck.post('/log-in/code/cannot-use/ask', said));
  const waiting = await see(stuck.follow(await stuck.post('/log-in/code/cannot-use/send', said)));
  const { desk, name } = await atTheDesk(the);
  await the.needs.database.updateTable('account').set({ preferred_language: null }).execute();
  const tasks = await desk.get('/desk/tasks');
  await see(desk.get(/href="(\/desk\/factor-resets\/[^"]+)"/.exec(tasks.html)?.[1] ?? ''));
  the.clock.advance(minutes(1));
  const link = (await newestLink(the, amara.email, '/not-me')) ?? '';
  const owner = the.browser();
  await see(owner.get(link));
  await see(owner.post('/not-me', { link: link.split('link=')[1] ?? '' }));
  const address = `/desk/people/${amara.id}`;
  await see(desk.get(address));
  await see(desk.get(`${address}/allow-changes`));
  await see(desk.follow(await desk.post(`${address}/allow-changes`, { reason: '12345' })));
  const { service, support } = the.settings;
  const messages = await the.inbox();
  const data = [
    ...[amara.name, amara.email, name, service.name, service.operator, the.config.origin, '@localhost'],
    ...[support.email, support.phone, ...Object.values(support.hours)],
    /GH-\w{4}-\w{4}/.exec(waiting.text)?.[0] ?? '',
    ...messages.flatMap(({ links, codes }) => [...links, ...codes]),
  ];
  for (const { html } of seen) expect(escapedWords(html, data)).toEqual([]);
  for (const { subject, html, text } of messages)
    expect(escapedWords(`${subject}\n${html || text}`, data)).toEqual([]);
});
