import { expect, test } from 'vitest';
import { atTheDesk } from '../../../../tests/support/at-the-desk.ts';
import { logIn } from '../../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../../tests/support/portal.ts';
import { logInToTickets } from '../../../../tests/support/ticket-visitors.ts';
import { addTicket, answerTicket, setTicketState } from '../../../../tests/support/tickets.ts';
import { days, minutes } from '../../../kernel/duration.ts';

const mary = 'mary.quinn@family.example';

async function reported(gate: Portal) {
  await gate.browser().post('/tickets/new/died', {
    fullName: 'Owen Hughes',
    email: 'owen.hughes@family.example',
    'q-their-name': 'Mary Quinn',
    'q-their-email': mary,
    'q-relation': 'She was my mother',
  });
  const ticket = await gate.needs.database.selectFrom('ticket').select('reference').executeTakeFirstOrThrow();
  return `/desk/tickets/${ticket.reference}/died`;
}

test('once staff checked that somebody died, nothing is sent to them any more and the account closes; it can be taken back', async () => {
  const gate = await portal({ profile: 'patient-portal' });
  const person = await gate.addPerson({ name: 'Mary Quinn', email: mary });
  const theirs = gate.browser();
  await logIn(theirs, person);
  const page = await reported(gate);
  const { desk } = await atTheDesk(gate, 'administrator');
  const ticket = await desk.get(page.replace('/died', ''));
  expect(ticket.html).toContain(`href="${page}"`);
  const shown = await desk.get(page);
  expect(shown.text).toContain('She was my mother');
  expect(shown.text).toContain('Checked: stop all messages and close the account');
  const before = (await gate.inbox(mary)).length;
  await gate.browser().post('/forgotten-details', { email: mary, realm: 'portal' });
  const done = await desk.follow(await desk.post(page, { email: mary, reason: 'Death certificate seen' }));
  expect(done.text).toContain('All messages are stopped and the account is closed.');
  expect((await theirs.get('/account')).status).toBe(303);
  await gate.browser().post('/forgotten-details', { email: mary, realm: 'portal' });
  await gate.browser().post('/tickets/new/other', {
    fullName: 'Somebody',
    email: mary,
    'q-title': 'Hello',
    'q-what-happened': 'Is she there?',
  });
  expect(await gate.inbox(mary)).toHaveLength(before);
  const again = await desk.follow(await desk.post(page, { email: mary, reason: 'Pressed twice' }));
  expect(again.text).toContain('This was done before.');

  const undone = await desk.follow(
    await desk.post(`${page}/undo`, { email: mary, reason: 'It was another Mary Quinn' }),
  );
  expect(undone.text).toContain('The account is open and messages are sent again.');
  expect((await gate.inbox(mary)).length).toBeGreaterThan(before);
  await logIn(gate.browser(), person);
});

test('only an administrator who gave their password lately may, and only of such a ticket', async () => {
  const gate = await portal({ profile: 'patient-portal' });
  await gate.addPerson({ name: 'Mary Quinn', email: mary });
  const page = await reported(gate);
  const agent = await atTheDesk(gate);
  expect((await agent.desk.get(page)).status).toBe(403);
  expect((await agent.desk.get(page.replace('/died', ''))).text).toContain('an administrator does this');
  expect((await agent.desk.post(page, { email: mary, reason: 'I believe it' })).status).toBe(403);
  const { desk } = await atTheDesk(gate, 'administrator');
  gate.clock.advance(minutes(20));
  expect((await desk.post(page, { email: mary, reason: 'Checked by phone' })).location).toContain('confirm');
  const account = await gate.needs.database
    .selectFrom('account')
    .select(['state', 'mail_stopped_at'])
    .where('full_name', '=', 'Mary Quinn')
    .executeTakeFirstOrThrow();
  expect(account).toEqual({ state: 'active', mail_stopped_at: null });
});

test('a practice is not left alone without being told: staff are asked to see to its people', async () => {
  const gate = await portal({ profile: 'primary-care' });
  await gate.addPerson({ name: 'Mary Quinn', email: mary, mainContactOf: 'Z90001' });
  const page = await reported(gate);
  const { desk } = await atTheDesk(gate, 'administrator');
  await desk.get(page);
  await desk.post(page, { email: mary, reason: 'Death certificate seen' });
  const tasks = await gate.needs.database.selectFrom('staff_task').select('kind').execute();
  expect(tasks.map(({ kind }) => kind)).toContain('no-administrator');
});

/** With tickets of their own in three states, and the account that follows them. */
async function withTickets(gate: Portal) {
  const follows = await logInToTickets(gate, mary);
  const open = await addTicket(gate, { email: mary, title: 'Still open' });
  const answered = await addTicket(gate, { email: mary, title: 'Answered' });
  const solved = await setTicketState(
    gate,
    await addTicket(gate, { email: mary, title: 'Solved' }),
    'solved',
  );
  const other = await addTicket(gate, { email: 'ben@family.example' });
  const { id } = await atTheDesk(gate, 'agent');
  await answerTicket(gate, answered, { by: id });
  const states = async () => {
    const rows = await gate.needs.database.selectFrom('ticket').select(['id', 'state']).execute();
    return [open, answered, solved, other].map((ticket) => rows.find((row) => row.id === ticket.id)?.state);
  };
  return { follows, open, answered, states };
}

const before = ['new', 'waiting-for-you', 'solved', 'new'];
const ended = ['closed', 'closed', 'closed', 'new'];
const back = ['waiting-for-us', 'waiting-for-you', 'solved', 'new'];

test.each(['portal', 'support'] as const)(
  'with an account of the %s the account that follows their tickets closes, and their tickets; all of it comes back',
  async (home) => {
    const gate = await portal({ profile: 'patient-portal' });
    if (home === 'portal') await gate.addPerson({ name: 'Mary Quinn', email: mary });
    const page = await reported(gate);
    const { follows, open, answered, states } = await withTickets(gate);
    expect(await states()).toEqual(before);
    const { desk } = await atTheDesk(gate, 'administrator');
    await desk.get(page);
    const done = await desk.follow(await desk.post(page, { email: mary, reason: 'Death certificate seen' }));
    expect(done.text).toContain(`Closed with it: The account that follows the tickets of ${mary}`);
    for (const { reference } of [open, answered])
      expect(done.html).toContain(`href="/desk/tickets/${reference}"`);
    expect(await states()).toEqual(ended);
    expect((await follows.get('/tickets')).location).toContain('/tickets/log-in?next=');
    const mails = (await gate.inbox(mary)).length;
    await gate.browser().post('/tickets/log-in', { email: mary, way: 'link' });
    expect(await gate.inbox(mary)).toHaveLength(mails);
    const again = await desk.follow(await desk.post(page, { email: mary, reason: 'Pressed twice' }));
    expect(again.text).toContain('This was done before.');

    gate.clock.advance(minutes(5));
    const undone = await desk.follow(
      await desk.post(`${page}/undo`, { email: mary, reason: 'It was another Mary Quinn' }),
    );
    expect(undone.text).toContain('The account is open and messages are sent again.');
    expect(undone.text).not.toContain('Closed with it');
    expect(await states()).toEqual(back);
    expect((await (await logInToTickets(gate, mary)).get('/tickets')).text).toContain('Still open');
    const late = await desk.follow(await desk.post(`${page}/undo`, { email: mary, reason: 'Pressed twice' }));
    expect(late.text).toContain('The account is open already.');
  },
);

test('opened again from the page of the person, their tickets come back too; what they had closed before does not', async () => {
  const gate = await portal({ profile: 'patient-portal' });
  const person = await gate.addPerson({ name: 'Mary Quinn', email: mary });
  const page = await reported(gate);
  const { states, open } = await withTickets(gate);
  await setTicketState(gate, open, 'closed');
  gate.clock.advance(minutes(1));
  const { desk } = await atTheDesk(gate, 'administrator');
  await desk.get(page);
  await desk.post(page, { email: mary, reason: 'Death certificate seen' });
  await desk.post(`/desk/people/${person.id}/activate`, { reason: 'It was another Mary Quinn' });
  expect(await states()).toEqual(['closed', 'waiting-for-you', 'solved', 'new']);
});

test('an account that only followed tickets holds up no erasure when its time is over', async () => {
  const gate = await portal({ profile: 'patient-portal' });
  const page = await reported(gate);
  await withTickets(gate);
  const { desk } = await atTheDesk(gate, 'administrator');
  await desk.get(page);
  await desk.post(page, { email: mary, reason: 'Death certificate seen' });
  gate.clock.advance(days(800));
  await gate.runDue();
  const left = await gate.needs.database
    .selectFrom('account')
    .select('id')
    .where('home', '=', 'support')
    .execute();
  expect(left).toEqual([]);
});
