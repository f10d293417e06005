import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { askForEmail, changeEmail, loggedIn } from '../../../tests/support/email-changes.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import {
  logInToTickets,
  openLinkOf,
  pageOf,
  secretIn,
  visitTicket,
} from '../../../tests/support/ticket-visitors.ts';
import { addTicket, answerTicket, setTicketState } from '../../../tests/support/tickets.ts';
import { minutes } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { holdRequester } from '../tickets/requester.store.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { addTicketPerson } from '../tickets/ticket-person.store.ts';
import { ticketsPersonalData } from '../tickets-personal-data.ts';

const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});
let the: Portal;
let staff: AccountId;
beforeAll(async () => {
  the = await portal({ profile: 'recommended', atEnd: (end) => void ends.push(end) });
  staff = (await atTheDesk(the)).id;
});
const visitCookie = 'gatehouse-3000-ticket-visit';

async function answered(email: string) {
  const ticket = await addTicket(the, { email });
  await answerTicket(the, ticket, { by: staff, body: 'What support says.' });
  return { ticket, link: await openLinkOf(the, email) };
}

const rowsOf = async (table: 'ticket_visit' | 'ticket_message' | 'session') =>
  Number(
    (
      await the.needs.database
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  );

test('scanner: GET and HEAD of every address with a secret change nothing and let nobody in', async () => {
  const { ticket, link } = await answered('scanned@threats.example');
  const before = await rowsOf('ticket_visit');
  const browser = the.browser();
  for (let look = 0; look < 3; look += 1) {
    await browser.get(link);
    await browser.head(link);
  }
  expect(await rowsOf('ticket_visit')).toBe(before);
  expect(browser.cookies.has(visitCookie)).toBe(false);
  expect((await browser.get(pageOf(ticket))).status).toBe(303);
});

test('forgery: another site can neither open, reply, solve, link nor leave', async () => {
  const email = 'forged@threats.example';
  const { ticket, link } = await answered(email);
  const browser = await logInToTickets(the, email);
  const counts = [await rowsOf('ticket_visit'), await rowsOf('ticket_message')];
  browser.forgetToken();
  for (const address of [
    pageOf(ticket, 'solved'),
    '/tickets/open/leave',
    '/tickets/account/link',
    '/tickets/account/unlink',
    '/tickets/log-out',
  ])
    expect((await browser.post(address, { csrf: 'forged' })).status, address).toBe(403);
  expect((await browser.post('/tickets/open', { csrf: 'forged', link: secretIn(link) })).status).toBe(403);
  expect((await browser.post(pageOf(ticket), { csrf: 'forged', message: 'Not mine' })).status).toBe(422);
  expect([await rowsOf('ticket_visit'), await rowsOf('ticket_message')]).toEqual(counts);
});

test('fixation: a visit that was planted is replaced when a link is followed, and by logging in', async () => {
  const planted = await answered('thief@threats.example');
  const thief = await visitTicket(the, planted.link);
  const cookie = thief.cookies.get(visitCookie) ?? '';
  const own = await answered('victim@threats.example');
  const victim = the.browser();
  victim.cookies.set(visitCookie, cookie);
  await visitTicket(the, own.link, victim);
  expect(victim.cookies.get(visitCookie)).not.toBe(cookie);
  expect((await victim.get(pageOf(own.ticket))).status).toBe(200);
  expect((await thief.get(pageOf(own.ticket))).status).toBe(404);
  victim.cookies.set(visitCookie, cookie);
  await logInToTickets(the, 'victim@threats.example', victim);
  expect(victim.cookies.has(visitCookie)).toBe(false);
});

test('the code for files: one for another ticket, one that was used and one given elsewhere open nothing', async () => {
  const email = 'codes@threats.example';
  const first = await answered(email);
  the.clock.advance(minutes(1));
  const second = await answered(email);
  const [one, two] = [await visitTicket(the, first.link), await visitTicket(the, second.link)];
  await one.get(pageOf(first.ticket, 'documents'));
  await one.post(pageOf(first.ticket, 'documents'), { send: 'yes' });
  const code =
    (await the.inbox(email)).find(({ subject }) => subject.startsWith('Your code'))?.codes[0] ?? '';
  await two.get(pageOf(second.ticket, 'documents'));
  expect((await two.post(pageOf(second.ticket, 'documents'), { code })).status).toBe(422);
  const races = await Promise.all(
    Array.from({ length: 4 }, () => one.post(pageOf(first.ticket, 'documents'), { code })),
  );
  const proven = races.filter(({ location }) => location?.endsWith('?done=proven'));
  expect(proven).toHaveLength(1);
  const again = await visitTicket(the, first.link);
  await again.get(pageOf(first.ticket, 'documents'));
  expect((await again.post(pageOf(first.ticket, 'documents'), { code })).status).toBe(422);
});

test('flood: a stranger who guesses codes of an address keeps its owner from no file', async () => {
  const email = 'guessed@threats.example';
  const { ticket, link } = await answered(email);
  const stranger = the.browser({ address: '198.51.100.66' });
  await stranger.get('/tickets/confirm');
  for (let at = 0; at <= the.settings.recovery.codeTriesPerDay; at += 1)
    await stranger.post('/tickets/confirm/code', { email, code: '00000000' });
  const owner = await visitTicket(the, link);
  await owner.get(pageOf(ticket, 'documents'));
  await owner.post(pageOf(ticket, 'documents'), { send: 'yes', code: '' });
  const code =
    (await the.inbox(email)).find(({ subject }) => subject.startsWith('Your code'))?.codes[0] ?? '';
  const proven = await owner.post(pageOf(ticket, 'documents'), { code });
  expect(proven.location).toContain('done=proven');
});

test('an address somebody wants, and one they had before, show no ticket; the one they have does', async () => {
  const owner = await the.addPerson({ name: 'Amara Osei', email: 'mine.once@threats.example' });
  const wanted = 'somebody.else@threats.example';
  for (const email of [owner.email, wanted]) await addTicket(the, { email, title: `Asked by ${email}` });
  const browser = await loggedIn(the, owner);
  await askForEmail(browser, wanted);
  const asked = await browser.get('/tickets');
  expect(asked.text).toContain(`Asked by ${owner.email}`);
  expect(asked.text).not.toContain(wanted);
  await changeEmail(the, browser, 'mine.now@threats.example');
  const changed = await browser.get('/tickets');
  expect(changed.text).not.toContain('Asked by');
});

test('race: of two who solve and close at once each leaves a state that both pages understand', async () => {
  const email = 'races@threats.example';
  const { ticket } = await answered(email);
  const [one, two] = [await logInToTickets(the, email), await logInToTickets(the, email)];
  await Promise.all([one.get(pageOf(ticket)), two.get(pageOf(ticket))]);
  const answers = await Promise.all([
    one.post(pageOf(ticket, 'solved')),
    two.post(pageOf(ticket, 'solved')),
    one.post(pageOf(ticket), { message: 'While it is being solved' }),
  ]);
  expect(answers.every(({ status }) => status === 303)).toBe(true);
  expect(answers.filter(({ location }) => location?.includes('done=solved')).length).toBeGreaterThan(0);
  const pages = [await one.get(pageOf(ticket)), await two.get(pageOf(ticket))];
  for (const { status, text } of pages) {
    expect(status).toBe(200);
    expect(text).toMatch(/State (Solved|Waiting for us)/);
    expect(text).toContain('While it is being solved');
  }
});

test('an old link of a closed ticket, and one of somebody who may not read it any more, open nothing and send nothing', async () => {
  const { ticket, link } = await answered('ended@threats.example');
  await setTicketState(the, ticket, 'closed');
  const browser = the.browser();
  expect((await browser.get(link)).status).toBe(410);
  expect((await browser.post('/tickets/open', { link: secretIn(link) })).status).toBe(410);
  const before = (await the.inbox('ended@threats.example')).length;
  for (const secret of [secretIn(link), 'guessed', ''])
    expect((await browser.post('/tickets/open/again', { link: secret })).text).toContain(
      'If the ticket can still be opened',
    );
  expect(await the.inbox('ended@threats.example')).toHaveLength(before);
});

/** The person whom somebody wants to help, and who has not agreed. */
const isAbout = (ticket: Ticket, email: string, fullName: string): Promise<void> =>
  inTransaction(the.needs.database, async (tx) => {
    const { needs } = the;
    const now = needs.clock.now();
    const address = { typed: email, canonical: email };
    const person = await holdRequester(tx, needs.ids, { address, fullName, language: 'en', now });
    await addTicketPerson(tx, { ticketId: ticket.id, requesterId: person.id, part: 'about', now });
  });

test('whoever helps somebody reads nothing of support’s answer until that person agrees', async () => {
  const email = 'helper@threats.example';
  const { ticket } = await answered(email);
  await isAbout(ticket, 'mary@threats.example', 'Mary');
  const helper = await logInToTickets(the, email);
  const page = await helper.get(pageOf(ticket));
  expect(page.text).toContain('We cannot tell you anything until the person you want to help agrees');
  expect(page.text).toContain('The page says my details are wrong.');
  expect(page.text).not.toContain('What support says.');
  expect((await (await logInToTickets(the, 'mary@threats.example')).get(pageOf(ticket))).status).toBe(404);
});

test('whoever says that they help somebody learns neither their name nor their organisation by it', async () => {
  const email = 'curious@threats.example';
  const { ticket } = await answered(email);
  const { database, ids } = the.needs;
  const organisation = { id: ids.next(), name: 'The Ashgrove Surgery' };
  await database
    .insertInto('organisation')
    .values({ ...organisation, code: 'B99071', kind: 'practice', status: 'active' })
    .execute();
  await database
    .updateTable('ticket')
    .set({ organisation_id: organisation.id })
    .where('id', '=', ticket.id)
    .execute();
  await isAbout(ticket, 'known.here@threats.example', 'Wilhelmina Ashgrove');
  const page = await (await logInToTickets(the, email)).get(pageOf(ticket));
  expect(page.text).toContain('The person you want to help has not agreed yet');
  expect(page.text).not.toContain('Wilhelmina');
  expect(page.text).not.toContain(organisation.name);
});

test('nor is an answer in the copy of their data, until that person agrees', async () => {
  const helper = await the.addPerson({ name: 'Owen Hughes', email: 'owen@threats.example' });
  const { ticket } = await answered(helper.email);
  await isAbout(ticket, 'copied@threats.example', 'Wilhelmina Ashgrove');
  const holder = ticketsPersonalData(the.needs);
  const subject = { accountId: helper.id, addresses: [helper.email] };
  const copy = async () => JSON.stringify(await holder.collect(the.needs.database, subject));
  expect(await copy()).toContain('The page says my details are wrong.');
  expect(await copy()).not.toContain('What support says.');
  await the.needs.database
    .updateTable('ticket_person')
    .set({ agreed_at: the.clock.now() })
    .where('ticket_id', '=', ticket.id)
    .execute();
  expect(await copy()).toContain('What support says.');
});

test('notes among staff are nobody else’s, and markup that somebody writes is words', async () => {
  const email = 'markup@threats.example';
  const ticket = await addTicket(the, { email, title: '<b>bold</b>', body: '<script>alert(1)</script>' });
  const { needs } = the;
  await needs.database
    .insertInto('ticket_message')
    .values({
      id: needs.ids.next(),
      ticket_id: ticket.id,
      kind: 'note',
      channel: 'staff',
      written_by: staff,
      body: 'Difficult person',
      created_at: needs.clock.now(),
    })
    .execute();
  const page = await (await logInToTickets(the, email)).get(pageOf(ticket));
  expect(page.text).not.toContain('Difficult person');
  expect(page.html).not.toContain('<script>alert(1)');
  expect(page.html).not.toContain('<b>bold</b>');
});

test('linking: one portal session cannot be linked to by a ticket session of another browser, nor unlinked by a stranger', async () => {
  const email = 'linkable@threats.example';
  await addTicket(the, { email });
  const alone = await logInToTickets(the, email);
  await alone.get('/tickets/account');
  expect((await alone.post('/tickets/account/link')).location).toContain('done=nothing');
  const stranger = await logInToTickets(the, 'unlinker@threats.example');
  await stranger.get('/tickets/account');
  const { id } = await the.needs.database
    .selectFrom('requester')
    .select('id')
    .where('canonical', '=', email)
    .executeTakeFirstOrThrow();
  const owner = await the.addPerson({ name: 'Lina Able', email: 'lina.able@threats.example' });
  const requester = the.needs.database.updateTable('requester').where('id', '=', id);
  await requester.set({ portal_account_id: owner.id }).execute();
  expect((await stranger.post('/tickets/account/unlink', { requester: id })).location).toContain(
    'done=nothing',
  );
  const { portal_account_id } = await the.needs.database
    .selectFrom('requester')
    .select('portal_account_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(portal_account_id).toBe(owner.id);
});
