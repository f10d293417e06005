import { expect, test } from 'vitest';
import { mailOf, portalWithMailbox } from '../../tests/support/a-mailbox.ts';
import { atTheDesk } from '../../tests/support/at-the-desk.ts';
import { logIn } from '../../tests/support/main-job.ts';
import { portal } from '../../tests/support/portal.ts';
import { logInToTickets } from '../../tests/support/ticket-visitors.ts';
import { addTicket, answerTicket, setTicketState } from '../../tests/support/tickets.ts';
import { days } from '../kernel/duration.ts';
import { inTransaction } from '../platform/database/database.ts';
import { ticketsPersonalData } from './tickets-personal-data.ts';

async function asked() {
  const the = await portal({ profile: 'recommended' });
  const amara = await the.addPerson({ name: 'Amara Osei', email: 'amara@post.example' });
  const { id: staff } = await atTheDesk(the);
  const ticket = await addTicket(the, {
    ...amara,
    title: 'About my pension',
    body: 'My pension number is wrong.',
  });
  await answerTicket(the, ticket, { by: staff, body: 'We mended it, Amara.' });
  const other = await addTicket(the, { email: 'other@post.example', name: 'Other', body: 'Other words.' });
  return { the, amara, staff, ticket, other };
}

test('the copy of somebody’s data holds their tickets with what they and support wrote, and nobody else’s', async () => {
  const { the, amara, ticket, other } = await asked();
  await the.needs.database
    .insertInto('ticket_message')
    .values({
      id: the.needs.ids.next(),
      ticket_id: ticket.id,
      kind: 'note',
      channel: 'staff',
      body: 'A note among staff',
      created_at: the.needs.clock.now(),
    })
    .execute();
  const browser = the.browser();
  await logIn(browser, amara);
  await browser.get('/account/data');
  await browser.post('/account/data/copy');
  await the.runDue();
  const { sections } = JSON.parse((await browser.get('/account/data/copy.json')).html);
  expect(sections.supportRecords).toMatchObject([{ email: amara.email, name: 'Amara Osei' }]);
  expect(sections.tickets).toMatchObject([{ reference: ticket.reference, title: 'About my pension' }]);
  expect(sections.ticketMessages.map(({ from, text }: Record<string, string>) => [from, text])).toEqual([
    ['you', 'My pension number is wrong.'],
    ['support', 'We mended it, Amara.'],
  ]);
  for (const hidden of [other.reference, 'A note among staff'])
    expect(JSON.stringify(sections)).not.toContain(hidden);
  const page = await browser.get('/account/data/copy');
  for (const words of ['Your tickets', 'Messages on your tickets', 'We mended it, Amara.'])
    expect(page.text).toContain(words);
});

test('erasing somebody closes their tickets, leaves no word of theirs, and ends what let them in', async () => {
  const { the, amara, ticket, other } = await asked();
  const { needs } = the;
  const browser = await logInToTickets(the, amara.email);
  const holder = ticketsPersonalData(needs);
  const subject = { accountId: amara.id, addresses: [amara.email] };
  await inTransaction(needs.database, (tx) => holder.erase(tx, subject));
  expect((await browser.get('/tickets')).location).toContain('/tickets/log-in');
  const rows = await Promise.all(
    (['requester', 'ticket', 'ticket_message', 'ticket_link', 'support_address'] as const).map((table) =>
      needs.database.selectFrom(table).selectAll().execute(),
    ),
  );
  const left = JSON.stringify(rows);
  for (const word of ['amara', 'Amara', 'pension', 'mended']) expect(left).not.toContain(word);
  expect(left).toContain('Other words.');
  const states = await needs.database.selectFrom('ticket').select(['id', 'state']).execute();
  expect(states).toContainEqual({ id: ticket.id, state: 'closed' });
  expect(states).toContainEqual({ id: other.id, state: other.state });
});

test('erasing somebody leaves no original of an email of theirs either', async () => {
  const the = await portalWithMailbox({ profile: 'recommended' });
  const amara = await the.addPerson({ name: 'Amara Osei', email: 'amara@practice.test' });
  await the.arrives(mailOf(), mailOf({ from: 'ben@practice.test', subject: 'Mine' }));
  const { database } = the.needs;
  const holder = ticketsPersonalData(the.needs);
  await inTransaction(database, (tx) => holder.erase(tx, { accountId: amara.id, addresses: [amara.email] }));
  const kept = await database
    .selectFrom('mail_in')
    .select(['state', 'file_id as file'])
    .orderBy('uid')
    .execute();
  expect(kept).toEqual([
    { state: 'handled', file: null },
    { state: 'handled', file: expect.any(String) },
  ]);
  expect(await database.selectFrom('stored_file').select('id').execute()).toHaveLength(1);
});

test('a ticket goes with everything on it when its time is over, and then the record of who asked', async () => {
  const { the, ticket, other } = await asked();
  const { needs, settings } = the;
  await setTicketState(the, ticket, 'closed');
  await needs.database
    .updateTable('ticket')
    .set({ merged_into: ticket.id, state: 'closed', closed_at: needs.clock.now() })
    .where('id', '=', other.id)
    .execute();
  the.clock.advance(settings.retention.tickets - days(1));
  await the.runDue();
  expect(await needs.database.selectFrom('ticket').select('id').execute()).toHaveLength(2);
  the.clock.advance(days(2));
  await the.runDue();
  for (const table of ['ticket', 'ticket_message', 'ticket_link', 'requester'] as const)
    expect([table, await needs.database.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
});

test('whoever logged in and asked nothing is forgotten once no session of theirs is left', async () => {
  const the = await portal({ profile: 'recommended' });
  const { database } = the.needs;
  await logInToTickets(the, 'idle@post.example');
  the.clock.advance(days(29));
  await the.runDue();
  expect(await database.selectFrom('support_address').selectAll().execute()).toHaveLength(1);
  the.clock.advance(days(2));
  await the.runDue();
  for (const table of ['support_address', 'requester', 'account'] as const)
    expect([table, await database.selectFrom(table).selectAll().execute()]).toEqual([table, []]);
});

test('an account for tickets alone is no account of the portal that nobody uses', async () => {
  const the = await portal({ profile: 'recommended' });
  const email = 'unused@post.example';
  const browser = await logInToTickets(the, email);
  await addTicket(the, { email });
  for (let month = 0; month < 30; month += 1) {
    the.clock.advance(days(29));
    await the.runDue();
  }
  const { state } = await the.needs.database.selectFrom('account').select('state').executeTakeFirstOrThrow();
  expect(state).toBe('active');
  expect((await browser.get('/tickets')).status).toBe(303);
  await logInToTickets(the, email, browser);
  expect((await browser.get('/tickets')).status).toBe(200);
  expect((await the.inbox(email)).filter(({ subject }) => /not used/i.test(subject))).toEqual([]);
});
