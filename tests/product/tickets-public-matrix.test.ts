import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hours, minutes } from '../../src/kernel/duration.ts';
import type { AccountId } from '../../src/kernel/ids.ts';
import { inTransaction } from '../../src/platform/database/database.ts';
import { addAttachment } from '../../src/support/attachments/attachment.store.ts';
import type { AttachmentId, RequesterId, Ticket, TicketMessageId } from '../../src/support/tickets/ticket.ts';
import { addTicketPerson } from '../../src/support/tickets/ticket-person.store.ts';
import { atTheDesk } from '../support/at-the-desk.ts';
import { type Portal, portal } from '../support/portal.ts';
import type { Answer, Browser } from '../support/portal-browser.ts';
import { logInToTickets, openLinkOf, visitTicket } from '../support/ticket-visitors.ts';
import { addTicket, answerTicket } from '../support/tickets.ts';

/**
 * Who of the public gets in where. `in`: the page, or what the form does. `-`: not found, as for what does not exist.
 * `log in`: sent to log in, whatever the reference. `code`: asked for a code first. `own words`: nothing but what they wrote.
 */
const table = `
                                        | GET  | POST | POST solved | POST rating | GET documents | POST documents | GET file
  nobody                                | log in | log in | log in | log in | log in | log in | log in
  whose ticket it is                    | in | in | in | in | in | in | in
  another requester                     | -  | -  | -  | -  | -  | -  | -
  portal account of the same address    | in | in | in | in | in | in | in
  portal account that is linked         | in | in | in | in | in | in | in
  portal account of somebody else       | -  | -  | -  | -  | -  | -  | -
  link of this ticket                   | in | in | in | in | in | in | code
  link of this ticket, with the code    | in | in | in | in | in | in | in
  link of another ticket                | -  | -  | -  | -  | -  | -  | -
  link that ran out                     | log in | own words | log in | log in | log in | log in | log in
  whom it is about, before they agree   | -  | -  | -  | -  | -  | -  | -
  whom it is about, once they agreed    | in | in | in | in | in | in | in
  whom it is about, who refused         | -  | -  | -  | -  | -  | -  | -
  follower of a merged ticket           | in | in | in | in | in | in | -
  staff at the desk                     | log in | log in | log in | log in | log in | log in | log in
`;

const steps: Record<string, [method: 'GET' | 'POST', step: string]> = {
  GET: ['GET', ''],
  POST: ['POST', ''],
  'POST solved': ['POST', '/solved'],
  'POST rating': ['POST', '/rating'],
  'GET documents': ['GET', '/documents'],
  'POST documents': ['POST', '/documents'],
  'GET file': ['GET', '/files/:id'],
};

const lines = table
  .trim()
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()));
const [[, ...columns] = [], ...rows] = lines;

const owner = 'owner@matrix.example';
const ends: (() => unknown)[] = [];
let the: Portal;
let staff: AccountId;
let ticket: Ticket;
let elsewhere: Ticket;
let file: AttachmentId;
let elsewhereFile: AttachmentId;
const browsers = new Map<string, Browser>();

beforeAll(async () => {
  the = await portal({ profile: 'recommended', atEnd: (end) => void ends.push(end) });
  const agent = await atTheDesk(the);
  staff = agent.id;
  elsewhere = await addTicket(the, { email: 'elsewhere@matrix.example', title: 'Somebody else’s' });
  elsewhereFile = await addFile(elsewhere);
  ticket = await addTicket(the, { email: owner, title: 'The ticket' });
  browsers.set('link that ran out', await visitorOf(owner, ticket));
  the.clock.advance(hours(3));
  file = await addFile(ticket);
  browsers.set('nobody', the.browser());
  browsers.set('whose ticket it is', await logInToTickets(the, owner));
  browsers.set('another requester', await logInToTickets(the, 'other@matrix.example'));
  browsers.set('portal account of the same address', await portalAccount(owner));
  browsers.set('portal account that is linked', await linkedAccount());
  browsers.set('portal account of somebody else', await portalAccount('pat@matrix.example'));
  browsers.set('link of this ticket', await visitorOf(owner, ticket));
  browsers.set('link of this ticket, with the code', await provenVisitor());
  const another = await addTicket(the, { email: owner, title: 'Another' });
  browsers.set('link of another ticket', await visitorOf(owner, another));
  browsers.set('whom it is about, before they agree', await person('before@matrix.example', 'asked'));
  browsers.set('whom it is about, once they agreed', await person('agreed@matrix.example', 'agreed'));
  browsers.set('whom it is about, who refused', await person('refused@matrix.example', 'refused'));
  browsers.set('follower of a merged ticket', await person('follower@matrix.example', 'follower'));
  browsers.set('staff at the desk', agent.desk);
});
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

async function addFile(to: Ticket): Promise<AttachmentId> {
  const { ids, database, files, clock } = the.needs;
  const message = await database
    .selectFrom('ticket_message')
    .select('id')
    .where('ticket_id', '=', to.id)
    .executeTakeFirstOrThrow();
  const id = ids.next<'attachment'>() as AttachmentId;
  await inTransaction(database, async (tx) => {
    const stored = await files.put(tx, Buffer.from('a letter'), { atMost: 1000 });
    if (stored.outcome !== 'stored') throw new Error('the file is too large');
    await addAttachment(tx, {
      id,
      ticketId: to.id,
      messageId: message.id as TicketMessageId,
      fileId: stored.id,
      ...{ name: 'letter.txt', kind: 'text/plain', size: 8, state: 'clean', because: null },
      ...{ releasedBy: null, attempts: 0, createdAt: clock.now() },
    });
  });
  return id;
}

/** Of two mails of one instant nobody knows which is the newest. */
async function visitorOf(email: string, to: Ticket): Promise<Browser> {
  the.clock.advance(minutes(1));
  await answerTicket(the, to, { by: staff });
  return visitTicket(the, await openLinkOf(the, email));
}

async function provenVisitor(): Promise<Browser> {
  const browser = await visitorOf(owner, ticket);
  await browser.get(`/tickets/${ticket.reference}/documents`);
  await browser.post(`/tickets/${ticket.reference}/documents`, { send: 'yes' });
  const code =
    (await the.inbox(owner)).find(({ subject }) => subject.startsWith('Your code'))?.codes[0] ?? '';
  await browser.post(`/tickets/${ticket.reference}/documents`, { code });
  return browser;
}

async function portalAccount(email: string): Promise<Browser> {
  const { password } = await the.addPerson({ name: 'Pat Poole', email });
  const browser = the.browser();
  await browser.get('/log-in');
  await browser.post('/log-in', { identifier: email, password });
  await browser.get('/tickets');
  return browser;
}

async function linkedAccount(): Promise<Browser> {
  const browser = await portalAccount('linked@matrix.example');
  await logInToTickets(the, owner, browser);
  await browser.get('/tickets/account');
  await browser.post('/tickets/account/link');
  await browser.post('/tickets/log-out');
  await browser.get('/tickets');
  return browser;
}

async function person(email: string, how: 'asked' | 'agreed' | 'refused' | 'follower'): Promise<Browser> {
  const browser = await logInToTickets(the, email);
  const { database, clock } = the.needs;
  const { id } = await database
    .selectFrom('requester')
    .select('id')
    .where('canonical', '=', email)
    .executeTakeFirstOrThrow();
  const about = { ticketId: ticket.id, requesterId: id as RequesterId, now: clock.now() };
  const part = how === 'follower' ? 'follower' : 'helper';
  const hasAgreed = how === 'agreed' || how === 'follower';
  await inTransaction(database, async (tx) => {
    await addTicketPerson(tx, { ...about, part, hasAgreed });
    if (how === 'refused')
      await tx
        .updateTable('ticket_person')
        .set({ refused_at: clock.now() })
        .where('requester_id', '=', id)
        .execute();
  });
  return browser;
}

async function open(browser: Browser, column: string, reference: string, id: string): Promise<Answer> {
  const [method, step] = steps[column] ?? ['GET', ''];
  const address = `/tickets/${reference}${step.replace(':id', id)}`;
  if (method === 'GET') return browser.get(address);
  return browser.post(address, { message: 'Some words', rating: 'good', send: 'yes' });
}

function gets({ status, location, text }: Answer): string {
  if (status >= 500) return 'broken';
  if (status === 404) return '-';
  if (text.includes('Your message was not sent')) return text.includes('The ticket') ? 'in' : 'own words';
  if (location?.startsWith('/tickets/log-in') || location?.startsWith('/log-in')) return 'log in';
  return location?.endsWith('/documents') ? 'code' : 'in';
}

describe('[C2 C9] a ticket is its own people’s alone', () => {
  for (const [kind = '', ...cells] of rows)
    test(`${kind}: ${cells.join(', ')}`, async () => {
      const browser = browsers.get(kind);
      if (!browser) throw new Error(`nobody is "${kind}"`);
      const got = [];
      for (const column of columns) got.push(gets(await open(browser, column, ticket.reference, file)));
      expect(got).toEqual(cells);
    });
});

describe('swapped and guessed: another’s ticket is as little there as one that does not exist', () => {
  const guesses = ['GH-2222-2222', 'nonsense', '%00', "'--", 'x'.repeat(2000)];
  for (const [kind = ''] of rows)
    test(kind, async () => {
      const browser = browsers.get(kind);
      if (!browser) throw new Error(`nobody is "${kind}"`);
      for (const column of columns) {
        const theirs = gets(await open(browser, column, elsewhere.reference, elsewhereFile));
        expect(['-', 'log in'], column).toContain(theirs);
        for (const guess of guesses)
          expect(gets(await open(browser, column, guess, file)), `${column} ${guess}`).toBe(theirs);
      }
      for (const id of [elsewhereFile, crypto.randomUUID(), 'nonsense'])
        expect([303, 404], id).toContain(
          (await browser.get(`/tickets/${ticket.reference}/files/${id}`)).status,
        );
    });
});

test('whoever only shares an answer neither solves nor rates it, nor reads the words of others', async () => {
  const follower = browsers.get('follower of a merged ticket');
  await answerTicket(the, ticket, { by: staff, body: 'An answer for everybody.' });
  const page = await follower?.get(`/tickets/${ticket.reference}`);
  expect(page?.text).toContain('An answer for everybody.');
  expect(page?.text).not.toContain('The page says my details are wrong.');
  for (const kind of ['follower of a merged ticket', 'whom it is about, once they agreed'])
    expect((await browsers.get(kind)?.post(`/tickets/${ticket.reference}/solved`))?.location).toContain(
      'done=nothing',
    );
});

test('every public address of one ticket stands in the table', () => {
  const own = the.routes
    .filter(({ address }) => address.startsWith('/tickets/:reference'))
    .map(({ method, address }) => `${method} ${address.replace('/tickets/:reference', '')}`.trim());
  const inTable = Object.values(steps).map(([method, step]) => `${method} ${step}`.trim());
  expect(own.sort()).toEqual(inTable.sort());
});
