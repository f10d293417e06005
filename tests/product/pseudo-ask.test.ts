import { expect, test } from 'vitest';
import { minutes, seconds } from '../../src/kernel/duration.ts';
import { atTheDesk } from '../support/at-the-desk.ts';
import { escapedWords, wordsOfSubjects } from '../support/escaped-words.ts';
import { type Portal, portal } from '../support/portal.ts';
import type { Answer } from '../support/portal-browser.ts';

const asker = { fullName: 'Qaqa Qbqb', email: 'qaqa@qcqc.example' };

test('every word of asking support, of its emails, and of what staff do then comes from a catalogue', async () => {
  const run = await portal({ profile: 'primary-care', settings: { service: { language: 'pseudo' } } });
  await run.addPerson({ name: 'Qdqd Qeqe', email: 'qdqd@qcqc.example' });
  const browser = run.browser();
  const pages: Answer[] = [];
  const see = async (answer: Promise<Answer>) => {
    const page = await browser.follow(await answer);
    pages.push(page);
    return page;
  };
  await see(browser.get('/contact'));
  await see(browser.get('/tickets/new?chosen=yes'));
  for (const { key } of run.settings.tickets.subjects) {
    await see(browser.get(`/tickets/new/${key}`));
    await see(browser.post(`/tickets/new/${key}`, {}));
  }
  const helping = {
    ...asker,
    'q-their-name': 'Qfqf',
    'q-their-email': 'qhqh@qcqc.example',
    'q-what-happened': 'Qgqg',
  };
  await see(browser.post('/tickets/new/helping', helping));
  const asked = await browser.post('/tickets/new/helping', helping);
  const sealed = new URL(asked.location ?? '', 'http://x').searchParams.get('asked') ?? '';
  await see(browser.post('/tickets/sent/again', { asked: sealed }));
  await see(browser.post('/tickets/confirm/code', { asked: sealed, code: '00000000' }));
  run.clock.advance(minutes(2));
  await see(browser.post('/tickets/sent/again', { asked: sealed }));
  await see(browser.get('/tickets/confirm'));
  await see(browser.get('/tickets/agree'));
  await see(browser.get('/tickets/confirm?link=nothing'));
  await see(browser.post('/tickets/answered'));
  await follow(run, see, browser, asker.email, '/tickets/confirm');
  await follow(run, see, browser, 'qhqh@qcqc.example', '/tickets/agree');

  const died = {
    ...asker,
    'q-their-name': 'Qdqd',
    'q-their-email': 'qdqd@qcqc.example',
    'q-relation': 'Qiqi',
  };
  await browser.post('/tickets/new/died', died);
  const register = {
    ...asker,
    'q-organisation-code': 'Z90001',
    'q-organisation-name': 'Qjqj',
    'q-job': 'Qkqk',
    'q-urgent-supplies': 'No',
  };
  await browser.post('/tickets/new/register', register);
  const { desk } = await atTheDesk(run, 'administrator', 'Qlql Qmqm');
  const references = new Map<string, string>();
  for (const { subject_key, reference } of await run.needs.database
    .selectFrom('ticket')
    .select(['subject_key', 'reference'])
    .execute())
    references.set(subject_key, reference);
  const atDesk = async (answer: Promise<Answer>) => void pages.push(await desk.follow(await answer));
  const deathAt = `/desk/tickets/${references.get('died')}/died`;
  await atDesk(desk.get(deathAt));
  await atDesk(desk.post(deathAt, { email: 'qdqd@qcqc.example' }));
  await atDesk(desk.post(deathAt, { email: 'qdqd@qcqc.example', reason: 'Qnqn' }));
  const registrationAt = `/desk/tickets/${references.get('register')}/registration`;
  await atDesk(desk.get(registrationAt));
  await atDesk(desk.post(registrationAt, {}));
  await atDesk(
    desk.post(registrationAt, {
      ...asker,
      code: 'Z99999',
      phone: '01632 960 001',
      mailbox: 'q@qcqc.example',
    }),
  );

  const { service, support } = run.settings;
  const data = [
    ...wordsOfSubjects(run.settings),
    ...[service.name, support.email, support.phone, support.urgentPhone ?? '', support.hours.days],
    ...[support.hours.times, ...references.values(), 'Qlql Qmqm', 'Qdqd Qeqe', ...Object.values(asker)],
    ...[
      'qdqd@qcqc.example',
      'qhqh@qcqc.example',
      'Qdqd',
      'Qiqi',
      'Qgqg',
      'Qfqf',
      'Qjqj',
      'Qkqk',
      'Qnqn',
      'Z90001',
    ],
    ...['Z99999', 'q@qcqc.example', sealed],
  ];
  for (const page of pages)
    expect(escapedWords(page.html, [...data, String(page.headers['x-request-id'])])).toEqual([]);
  const messages = await run.inbox();
  const links = messages.flatMap((message) => message.links);
  for (const { subject, html, text } of messages)
    expect(escapedWords(`${subject}\n${html}\n${text}`, [...data, ...links])).toEqual([]);
});

async function follow(
  run: Portal,
  see: (answer: Promise<Answer>) => Promise<Answer>,
  browser: ReturnType<Portal['browser']>,
  address: string,
  part: string,
): Promise<void> {
  const [mail] = await run.inbox(address);
  const link = mail?.links.find((each) => each.includes(part)) ?? '';
  run.clock.advance(seconds(1));
  await see(browser.get(link));
  const secret = new URL(link).searchParams.get('link') ?? '';
  await see(browser.post(part, { link: secret }));
  await see(browser.post(part, { link: secret, answer: 'yes' }));
}
