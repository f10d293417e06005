import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTheDesk, type DeskPerson } from '../../../tests/support/at-the-desk.ts';
import { type ScannerServer, startScanner } from '../../../tests/support/clamd-server.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { PostedFile } from '../../../tests/support/post-file.ts';
import { aDocxWithMacros, aPhoto, eicar } from '../../../tests/support/sample-files.ts';
import { logInToTickets, openLinkOf, pageOf, visitTicket } from '../../../tests/support/ticket-visitors.ts';
import { addTicket, answerTicket } from '../../../tests/support/tickets.ts';
import type { StaffRole } from '../../identity/index.ts';
import { takeFileOfMessage } from '../attachments/take-file.ts';
import type { Ticket, TicketMessageId } from '../tickets/ticket.ts';

const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});
let the: Portal;
let clamd: ScannerServer;
let agent: DeskPerson;
beforeAll(async () => {
  const atEnd = (end: () => unknown) => void ends.push(end);
  clamd = await startScanner(undefined, atEnd);
  the = await portal({ atEnd, profile: 'primary-care', config: { clamdUrl: clamd.url } });
  agent = await atTheDesk(the);
});

const letter = { name: 'letter.txt', content: 'Dear all' };
const query = async (sql: string, values: unknown[] = []) =>
  (await the.database.pool.query(sql, values)).rows;

/** A file at the newest message of a ticket, looked into. */
async function addFile(ticket: Ticket, { name, content }: PostedFile = letter): Promise<string> {
  const [message] = await query(
    'SELECT id FROM ticket_message WHERE ticket_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1',
    [ticket.id],
  );
  const bytes = Buffer.from(content);
  await takeFileOfMessage(the.needs, the.needs.database, {
    fileName: name,
    content: (async function* () {
      yield bytes;
    })(),
    size: bytes.length,
    unnamed: 'file',
    of: { ticketId: ticket.id, messageId: message.id as TicketMessageId },
  });
  await the.runDue();
  const [file] = await query('SELECT id FROM attachment WHERE message_id = $1 AND name LIKE $2', [
    message.id,
    `${name.split('.')[0]}%`,
  ]);
  return file.id;
}

const fileOf = (ticket: Ticket, id: string) => pageOf(ticket, `files/${id}`);
const deskFileOf = (ticket: Ticket, id: string, step = '') => `/desk${fileOf(ticket, id)}${step}`;

test('[C2] somebody who is logged in to their tickets opens their own files, as downloads that can do nothing', async () => {
  const email = 'own@files.example';
  const ticket = await addTicket(the, { email });
  const id = await addFile(ticket, { name: 'Brief über “Öl”.txt', content: 'Dear all' });
  const browser = await logInToTickets(the, email);
  expect((await browser.get(pageOf(ticket))).html).toContain(`href="${fileOf(ticket, id)}"`);
  const answer = await browser.get(fileOf(ticket, id));
  expect([answer.status, answer.html]).toEqual([200, 'Dear all']);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/plain',
    'content-length': '8',
    'content-disposition':
      'attachment; filename="Brief _ber __l_.txt"; filename*=UTF-8\'\'Brief%20%C3%BCber%20%E2%80%9C%C3%96l%E2%80%9D.txt',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  const head = await browser.head(fileOf(ticket, id));
  expect([head.status, head.html]).toEqual([200, '']);
});

test('a picture shows in the browser, because we painted it ourselves', async () => {
  const email = 'picture@files.example';
  const ticket = await addTicket(the, { email });
  const id = await addFile(ticket, { name: 'photo.jpg', content: await aPhoto() });
  const browser = await logInToTickets(the, email);
  const answer = await browser.get(fileOf(ticket, id));
  expect(answer.headers).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': expect.stringMatching(/^inline; /),
    'content-security-policy': "sandbox; default-src 'none'",
  });
  expect(answer.html).not.toContain('Invented Camera');
});

test('[C2] whoever came by the link of an email is asked for a code before they get a file', async () => {
  const email = 'linked@files.example';
  const ticket = await addTicket(the, { email });
  const id = await addFile(ticket);
  await answerTicket(the, ticket, { by: agent.id });
  const browser = await visitTicket(the, await openLinkOf(the, email));
  const asked = await browser.get(fileOf(ticket, id));
  expect([asked.status, asked.location]).toEqual([303, pageOf(ticket, 'documents')]);
  await browser.get(pageOf(ticket, 'documents'));
  await browser.post(pageOf(ticket, 'documents'), { send: 'yes' });
  const code =
    (await the.inbox(email)).find(({ subject }) => subject.startsWith('Your code'))?.codes[0] ?? '';
  await browser.post(pageOf(ticket, 'documents'), { code });
  expect((await browser.get(fileOf(ticket, id))).html).toBe('Dear all');
});

test('a file is nowhere but at its own ticket, for its own readers, by its own id', async () => {
  const [amara, mallory] = ['amara@files.example', 'mallory@files.example'];
  const [hers, his] = [await addTicket(the, { email: amara }), await addTicket(the, { email: mallory })];
  const [herFile, hisFile] = [await addFile(hers), await addFile(his)];
  await answerTicket(the, his, { by: agent.id });
  const reader = await logInToTickets(the, mallory);
  const visitor = await visitTicket(the, await openLinkOf(the, mallory));
  const guessed = '01900000-0000-7000-8000-000000000000';
  const wrong = [
    fileOf(hers, herFile),
    fileOf(hers, hisFile),
    fileOf(his, herFile),
    fileOf(his, guessed),
    fileOf(his, 'not-an-id'),
    fileOf(his, `${hisFile}'`),
    fileOf(his, '..%2f..%2fetc%2fpasswd'),
    `/tickets/GH-AAAA-AAAA/files/${hisFile}`,
    `/tickets/${'A'.repeat(9_000)}/files/${hisFile}`,
  ];
  for (const address of wrong)
    for (const browser of [reader, visitor]) {
      const { status, html } = await browser.get(address);
      expect([address, status === 404 || (browser === visitor && status === 303)]).toEqual([address, true]);
      expect(html).not.toContain('Dear all');
    }
  const stranger = await the.browser().get(fileOf(his, hisFile));
  expect([stranger.status, stranger.location]).toEqual([303, expect.stringContaining('log-in')]);
  expect((await reader.get(fileOf(his, hisFile))).html).toBe('Dear all');
});

test('a file at a note among staff is not there for its requester', async () => {
  const email = 'note@files.example';
  const ticket = await addTicket(the, { email });
  const id = await addFile(ticket);
  await query(`UPDATE ticket_message SET kind = 'note' WHERE ticket_id = $1`, [ticket.id]);
  const browser = await logInToTickets(the, email);
  expect((await browser.get(fileOf(ticket, id))).status).toBe(404);
  expect((await agent.desk.get(deskFileOf(ticket, id))).status).toBe(200);
});

test.each(['waiting', 'held', 'refused'])('a file that is %s is given to nobody', async (state) => {
  const email = `${state}@files.example`;
  const ticket = await addTicket(the, { email });
  const id = await addFile(ticket);
  await query('UPDATE attachment SET state = $1::attachment_state WHERE id = $2', [state, id]);
  const browser = await logInToTickets(the, email);
  expect((await browser.get(fileOf(ticket, id))).status).toBe(404);
  expect((await agent.desk.get(deskFileOf(ticket, id))).status).toBe(404);
  expect((await browser.get(pageOf(ticket))).html).not.toContain(`href="${fileOf(ticket, id)}"`);
  await query(`UPDATE attachment SET state = 'clean' WHERE id = $1`, [id]);
});

const mayView: [StaffRole, other: number, payments: number][] = [
  ['agent', 200, 200],
  ['senior', 200, 200],
  ['accounts', 403, 200],
  ['editor', 403, 403],
  ['administrator', 200, 200],
];

test.for(mayView)(
  'at the desk, who is %s gets files of other tickets: %i, of payments: %i',
  async ([role, other, payments]) => {
    const { desk, id: who } = await atTheDesk(the, role, `Staff ${role}`);
    const tickets = [await addTicket(the), await addTicket(the, { subject: 'payments' })] as const;
    const got: number[] = [];
    for (const ticket of tickets)
      got.push((await desk.get(deskFileOf(ticket, await addFile(ticket)))).status);
    expect(got).toEqual([other, payments]);
    const views = await query(
      `SELECT record_id FROM audit_event WHERE action = 'attachment-viewed' AND actor_id = $1 ORDER BY id`,
      [who],
    );
    const seen = tickets.filter((_, at) => got[at] === 200).map(({ id }) => id);
    expect(views.map((view) => view.record_id).sort()).toEqual(seen.sort());
  },
);

test('somebody of the public has no files at the desk, and staff none at the tickets', async () => {
  const email = 'both@files.example';
  const ticket = await addTicket(the, { email });
  const id = await addFile(ticket);
  const browser = await logInToTickets(the, email);
  expect((await browser.get(deskFileOf(ticket, id))).status).toBe(303);
  expect((await agent.desk.get(fileOf(ticket, id))).status).toBe(303);
});

test('only senior staff release a held file, with a reason that is kept; a virus is not there to release', async () => {
  const ticket = await addTicket(the, { email: 'macros@files.example' });
  const held = await addFile(ticket, { name: 'form.docm', content: aDocxWithMacros() });
  const virus = await addFile(ticket, { name: 'virus.txt', content: eicar });
  const release = deskFileOf(ticket, held, '/release');
  expect((await agent.desk.get(release)).status).toBe(403);
  expect((await agent.desk.post(release, { reason: 'I asked for it' })).status).toBe(403);

  const senior = await atTheDesk(the, 'senior');
  expect((await senior.desk.get(pageOf(ticket).replace('/tickets', '/desk/tickets'))).html).toContain(
    release,
  );
  expect((await senior.desk.get(release)).text).toContain('an Office file with macros');
  const empty = await senior.desk.post(release, { reason: '' });
  expect([empty.status, empty.text.includes('reason')]).toEqual([422, true]);
  expect((await senior.desk.post(release, { reason: 'I asked for it' })).status).toBe(303);
  const [event] = await query(
    `SELECT reason, record_id FROM audit_event WHERE action = 'attachment-released'`,
  );
  expect(event).toEqual({ reason: 'I asked for it', record_id: ticket.id });
  await the.runDue();
  expect((await senior.desk.get(deskFileOf(ticket, held))).status).toBe(200);
  expect((await senior.desk.get(release)).text).toContain('There is nothing to release');

  const ofVirus = deskFileOf(ticket, virus, '/release');
  expect((await senior.desk.get(ofVirus)).text).toContain('There is nothing to release');
  await senior.desk.post(ofVirus, { reason: 'Just try' });
  const [{ state, file_id }] = await query('SELECT state, file_id FROM attachment WHERE id = $1', [virus]);
  expect([state, file_id]).toEqual(['refused', null]);
  expect((await senior.desk.get(deskFileOf(ticket, virus))).status).toBe(404);
});

test('a file goes with its message to another ticket, and is no longer at the first', async () => {
  const [from, to] = [await addTicket(the, { email: 'from@files.example' }), await addTicket(the)];
  const id = await addFile(from);
  await query('UPDATE ticket_message SET ticket_id = $1 WHERE ticket_id = $2', [to.id, from.id]);
  expect((await agent.desk.get(deskFileOf(from, id))).status).toBe(404);
  expect((await agent.desk.get(deskFileOf(to, id))).status).toBe(200);
});
