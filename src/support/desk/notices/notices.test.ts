import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { type Portal, portal } from '../../../../tests/support/portal.ts';
import { addPublishedArticle } from '../../../../tests/support/published-article.ts';
import { addTicket, setTicketState } from '../../../../tests/support/tickets.ts';
import { hours } from '../../../kernel/duration.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { answerLinkedWork } from './answer-linked-work.ts';

const typed = {
  title: 'We are having problems with text messages',
  body: 'Codes arrive late.\nUse an app or email meanwhile.',
  places: ['log-in', 'help', 'contact'],
  'endsOn-day': '',
  'endsOn-month': '',
  'endsOn-year': '',
  endsAt: '',
};

const atDesk = async (settings: object = {}) => {
  const it = await portal({ at: '2026-03-02T09:00:00Z', settings });
  const { desk } = await atTheDesk(it, 'senior');
  return { it, desk };
};

async function published(the: Awaited<ReturnType<typeof atDesk>>, more: object = {}) {
  const answer = await the.desk.post('/desk/notices/new', { ...typed, ...more, step: 'confirmed' });
  const [, id = ''] = /^\/desk\/notices\/([0-9a-f-]+)\?done=published$/.exec(answer.location ?? '') ?? [];
  expect(id).not.toBe('');
  return { id, address: `/desk/notices/${id}` };
}

const everywhere = [
  '/log-in',
  '/log-in/staff',
  '/tickets/log-in',
  '/help',
  '/help/accounts',
  '/help/accounts/reset',
  '/help/search',
  '/contact',
];

async function whereShown({ browser }: Portal): Promise<string[]> {
  const visitor = browser();
  const pages = await Promise.all(
    everywhere.map(async (address) => ({ address, ...(await visitor.get(address)) })),
  );
  return pages.filter(({ text }) => text.includes(typed.title)).map(({ address }) => address);
}

test('staff look at a notice as people will see it, and then everybody does: on log in, help and contact pages', async () => {
  const the = await atDesk();
  await addPublishedArticle(the.it, { slug: 'reset', title: 'Reset your password' });
  const check = await the.desk.post('/desk/notices/new', typed);
  expect(check.text).toContain('Check the notice before everybody sees it');
  expect(check.text).toContain('Use an app or email meanwhile.');
  expect(await whereShown(the.it)).toEqual([]);
  const edit = await the.desk.post('/desk/notices/new', { ...typed, step: 'edit' });
  expect(edit.html).toContain('value="We are having problems with text messages"');
  const { id } = await published(the);
  expect(await whereShown(the.it)).toEqual(everywhere);
  const wrong = await the.it
    .browser()
    .post('/log-in', { identifier: 'nobody@fern.example', password: 'Wrong-0-word' });
  expect(wrong.text).toContain(typed.title);
  const list = await the.desk.get('/desk/notices');
  expect(list.html).toContain(`href="/desk/notices/${id}"`);
  expect(list.text).toContain('Until somebody ends it');
});

test('a notice is shown where it was chosen to be, and stops at its time by itself', async () => {
  const the = await atDesk();
  await addPublishedArticle(the.it, { slug: 'reset', title: 'Reset your password' });
  const end = { 'endsOn-day': '2', 'endsOn-month': '3', 'endsOn-year': '2026', endsAt: '11:00' };
  const { address } = await published(the, { places: ['help'], ...end });
  expect(await whereShown(the.it)).toEqual(everywhere.filter((address) => address.startsWith('/help')));
  expect((await the.desk.get(address)).text).toContain('2 March 2026 at 11am');
  const form = await the.desk.get(`${address}/change`);
  expect(form.html).toMatch(/name="endsAt"[^>]*value="11:00"|value="11:00"[^>]*name="endsAt"/);
  the.it.clock.advance(hours(2));
  expect(await whereShown(the.it)).toEqual([]);
});

test('a notice is changed and ended, and its page says who did what', async () => {
  const the = await atDesk();
  const { address } = await published(the);
  const better = { ...typed, title: 'Text messages are late', step: 'confirmed' };
  const changed = await the.desk.follow(await the.desk.post(`${address}/change`, better));
  expect(changed.text).toContain('The notice is changed');
  expect((await the.it.browser().get('/log-in')).text).toContain('Text messages are late');
  const ended = await the.desk.follow(await the.desk.post(`${address}/end`));
  expect(ended.text).toContain('The notice has ended');
  expect(ended.text).toMatch(
    /Ended a service notice, Sana Malik.*Changed a service notice.*Published a service notice/,
  );
  expect((await the.it.browser().get('/log-in')).text).not.toContain('Text messages are late');
  const late = await the.desk.follow(await the.desk.post(`${address}/change`, better));
  expect(late.text).toContain('The notice had ended already');
  expect((await the.desk.follow(await the.desk.post(`${address}/end`))).text).toContain('had ended already');
});

test.each([
  [{ title: '' }, 'Enter what does not work'],
  [{ title: 'x'.repeat(201) }, 'What does not work must be 200 characters or fewer'],
  [{ body: 'x'.repeat(2001) }, 'What people can do must be 2,000 characters or fewer'],
  [{ places: [] }, 'Choose where the notice is shown'],
  [{ endsAt: '11:00' }, 'Enter the day it ends'],
  [{ 'endsOn-day': '30', 'endsOn-month': '2', 'endsOn-year': '2026' }, 'Enter a real date'],
  [{ 'endsOn-day': '3', 'endsOn-month': '3', 'endsOn-year': '2026' }, 'Enter the time it ends, like 17:30'],
  [
    { 'endsOn-day': '2', 'endsOn-month': '3', 'endsOn-year': '2026', endsAt: '8:59' },
    'The end must be in the future',
  ],
])('a notice with a mistake is not published: %o', async (mistake, words) => {
  const { it, desk } = await atDesk();
  const answer = await desk.post('/desk/notices/new', { ...typed, ...mistake, step: 'confirmed' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(words);
  expect(await it.needs.database.selectFrom('service_notice').select('id').execute()).toEqual([]);
});

async function link({ needs }: Portal, ticket: Ticket, id: string) {
  await needs.database.updateTable('ticket').set({ notice_id: id }).where('id', '=', ticket.id).execute();
}

/** Thirty who asked about it: more than one batch. */
async function withTickets() {
  const the = await atDesk();
  const { id, address } = await published(the);
  const tickets: Ticket[] = [];
  for (let count = 0; count < 30; count += 1) {
    const ticket = await addTicket(the.it, { email: `asker${count}@fernhollow.example` });
    await link(the.it, ticket, id);
    tickets.push(ticket);
  }
  const answers = () =>
    the.it.needs.database
      .selectFrom('ticket_message')
      .innerJoin('ticket', 'ticket.id', 'ticket_message.ticket_id')
      .select(['ticket.id', 'ticket.state'])
      .where('ticket_message.kind', '=', 'from-support')
      .execute();
  return { the, id, address, tickets, answers };
}

const answer = { body: 'Text messages work again. Ask for a new code.', after: ['solves', 'ends'] };

async function confirmAnswer({ desk }: Awaited<ReturnType<typeof atDesk>>, address: string) {
  const form = await desk.get(`${address}/answer`);
  const answerId = /name="answerId" value="([^"]+)"/.exec(form.html)?.[1] ?? '';
  const check = await desk.post(`${address}/answer`, { ...answer, answerId });
  expect(check.text).toContain('Check your answer before it is sent');
  expect(check.html).toContain(`name="answerId" value="${answerId}"`);
  return () => desk.post(`${address}/answer`, { ...answer, answerId, step: 'confirmed' });
}

test('one answer goes to everybody who asked about it, once, solves their tickets and ends the notice', async () => {
  const { the, address, tickets, answers } = await withTickets();
  const [solved, held] = [
    tickets[0],
    await addTicket(the.it, { isHeld: true, email: 'new@fernhollow.example' }),
  ];
  if (solved) await setTicketState(the.it, solved, 'solved');
  await link(the.it, held, address.split('/').at(-1) ?? '');
  expect((await the.desk.get(address)).text).toContain('31 tickets linked, 29 open');
  const send = await confirmAnswer(the, address);
  const [first, second] = [await the.desk.follow(await send()), await the.desk.follow(await send())];
  expect(first.text).toContain('Your answer is on its way');
  expect(first.text).toContain('Answering: 0 of 29 tickets done');
  expect(second.text).toContain('This answer was sent already');
  await the.it.runDue();
  const written = await answers();
  expect(written).toHaveLength(29);
  expect(new Set(written.map(({ id }) => id)).size).toBe(29);
  expect(written.every(({ state }) => state === 'solved')).toBe(true);
  const page = await the.desk.get(address);
  expect(page.text).toContain('Answered 29 tickets');
  expect(page.text).toContain('Answered every ticket about a service notice');
  expect((await the.it.browser().get('/log-in')).text).not.toContain(typed.title);
  const mail = await the.it.inbox('asker7@fernhollow.example');
  expect(mail[0]?.text).toContain('Text messages work again');
});

test('nodes that look at once, and one that is killed in the middle, leave nobody with two answers or none', async () => {
  const { the, address, tickets, answers } = await withTickets();
  await (await confirmAnswer(the, address))();
  const work = answerLinkedWork(the.it.needs);
  const failing = answerLinkedWork({
    ...the.it.needs,
    sendEmail: async (tx, email) => {
      if (/asker1\d@/.test(email.to)) throw new Error('the machine was switched off');
      return the.it.needs.sendEmail(tx, email);
    },
  });
  const now = the.it.clock.now();
  await failing.runDue(now);
  expect((await the.desk.get(address)).text).toContain('Answering: ');
  const closed = tickets[15];
  if (closed) await setTicketState(the.it, closed, 'closed');
  await Promise.all([work.runDue(now), work.runDue(now), work.runDue(now)]);
  while ((await work.runDue(now)) > 0);
  const written = await answers();
  expect(new Set(written.map(({ id }) => id)).size).toBe(written.length);
  expect(written).toHaveLength(29);
  expect((await the.desk.get(address)).text).toContain('1 ticket was left out');
});

test('an answer with nobody to go to is not sent, and one without words says so', async () => {
  const the = await atDesk();
  const { address } = await published(the);
  const empty = await the.desk.post(`${address}/answer`, { ...answer, body: '', step: 'confirmed' });
  expect(empty.status).toBe(422);
  expect(empty.text).toContain('Enter your answer');
  const nobody = await the.desk.follow(await (await confirmAnswer(the, address))());
  expect(nobody.text).toContain('No open ticket is linked to this notice. Nothing was sent');
});

test('agents read no notices at the desk, and editors publish them but answer no tickets', async () => {
  const the = await atDesk();
  const { address } = await published(the);
  const agent = await atTheDesk(the.it, 'agent');
  for (const page of ['/desk/notices', '/desk/notices/new', address])
    expect((await agent.desk.get(page)).status).toBe(403);
  expect((await agent.desk.post('/desk/notices/new', { ...typed, step: 'confirmed' })).status).toBe(403);
  const editor = await atTheDesk(the.it, 'editor');
  expect((await editor.desk.get(address)).status).toBe(200);
  expect((await editor.desk.get(`${address}/answer`)).status).toBe(403);
  expect((await editor.desk.get('/desk/notices/nothing')).status).toBe(404);
});

test('what log in shows of notices costs one statement, and as many for names that are known as for others', async () => {
  const { it } = await atDesk();
  const amara = await it.addPerson();
  const tried = async (identifier: string) => {
    const browser = it.browser();
    await browser.get('/log-in');
    it.workDone();
    await browser.post('/log-in', { identifier, password: 'Not-the-password-0' });
    return it.workDone();
  };
  await tried('first@fern.example');
  const [known, unknown] = [await tried(amara.email), await tried('nobody@fern.example')];
  const asked = ({ statements }: typeof known) => statements.filter((sql) => sql.includes('service_notice'));
  expect([asked(known).length, asked(unknown).length]).toEqual([1, 1]);
  expect(known.hashes).toBe(unknown.hashes);
});
