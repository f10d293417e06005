import { expect, test } from 'vitest';
import { atTheDesk } from '../support/at-the-desk.ts';
import { escapedWords, wordsOfServices } from '../support/escaped-words.ts';
import { logIn, secretOf } from '../support/main-job.ts';
import { portal } from '../support/portal.ts';
import type { Answer } from '../support/portal-browser.ts';

const wrong = 'Mein Eintritt war im April.';
const answer = 'Wir haben den Eintritt berichtigt.';

test('every word about one’s own data, on pages and in emails, comes from a catalogue', async () => {
  const the = await portal({ settings: { service: { language: 'pseudo' } } });
  const amara = await the.addPerson({ mainContactOf: 'A81001' });
  const ben = await the.addPerson({ name: 'Ben Okoro', mainContactOf: 'A81001' });
  await the.needs.database.updateTable('account').set({ preferred_language: 'pseudo' }).execute();
  const [browser, last] = [the.browser(), the.browser()];
  await logIn(browser, amara);
  const pages: Answer[] = [];
  const see = async (page: Promise<Answer>) => void pages.push(await page);
  await see(browser.get('/account/access'));
  await see(browser.get('/account/access/switch'));
  await see(browser.get('/account/data'));
  await see(browser.follow(await browser.post('/account/data/copy')));
  await the.runDue();
  await see(browser.get('/account/data'));
  await see(browser.get('/account/data/correct'));
  await see(browser.post('/account/data/correct', { text: '!' }));
  await see(browser.post('/account/data/correct', { text: wrong }));
  const { desk } = await atTheDesk(the);
  const task = /href="(\/desk\/corrections\/[^"]+)"/.exec((await desk.get('/desk/tasks')).html)?.[1] ?? '';
  await see(desk.get(task));
  await see(desk.post(task, { answer: '!' }));
  await see(desk.follow(await desk.post(task, { answer })));
  await see(browser.get('/account/data/close'));
  await see(browser.post('/account/data/close'));
  await see(browser.follow(await browser.post('/account/data/close', { sure: 'yes' })));
  await logIn(last, ben);
  await see(last.get('/account/data/close'));
  await see(last.post('/account/data/close', { sure: 'yes' }));
  const links = (await the.inbox(amara.email)).flatMap((message) => message.links);
  const link = links.find((one) => one.includes('/reopen-account')) ?? '';
  await see(browser.get(link));
  await see(browser.post('/reopen-account', { link: secretOf(link) }));
  await see(browser.get(link));
  const messages = await the.inbox();
  const { service, support } = the.settings;
  const data = [
    ...[
      wrong,
      answer,
      amara.name,
      ben.name,
      amara.email,
      ben.email,
      'Gwen Parry',
      'gwen.parry@support.example',
    ],
    ...['Practice A81001', 'A81001', 'Firefox on Windows', '!', service.name, service.operator],
    ...[support.email, support.phone, support.hours.days, support.hours.times, the.config.origin],
    ...wordsOfServices(the.settings),
    ...messages.flatMap((message) => message.links),
    ...(await the.needs.database.selectFrom('staff_task').select('reference').execute()).map(
      (one) => one.reference,
    ),
  ];
  for (const { html, headers } of pages)
    expect(escapedWords(html, [...data, String(headers['x-request-id'])])).toEqual([]);
  for (const { subject, html, text } of messages)
    expect([subject, escapedWords(html, data), escapedWords(`${subject}\n${text}`, data)]).toEqual([
      subject,
      [],
      [],
    ]);
  const kinds = await the.needs.database.selectFrom('outbox').select('kind').distinct().execute();
  for (const kind of ['account-closed', 'account-reopened', 'correction-answered', 'data-copy-ready'])
    expect(kinds.map((one) => one.kind)).toContain(kind);
});
