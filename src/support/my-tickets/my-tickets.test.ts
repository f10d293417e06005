import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTheDesk } from '../../../tests/support/at-the-desk.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import {
  logInToTickets,
  openLinkOf,
  pageOf,
  secretIn,
  visitTicket,
} from '../../../tests/support/ticket-visitors.ts';
import { addTicket, answerTicket, setTicketState } from '../../../tests/support/tickets.ts';
import { problemsOfHtml } from '../../../tests/support/valid-html.ts';
import { days, hours, minutes } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { holdRequester } from '../tickets/requester.store.ts';
import { addTicketPerson } from '../tickets/ticket-person.store.ts';

const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});
let the: Portal;
let staff: AccountId;
beforeAll(async () => {
  the = await portal({ profile: 'patient-portal', atEnd: (end) => void ends.push(end) });
  staff = (await atTheDesk(the)).id;
});

test('[C2] a person sees all their current tickets, the newest first, their closed ones folded, and the way to a new one', async () => {
  const email = 'list@post.example';
  const first = await addTicket(the, { email, title: 'The first thing' });
  the.clock.advance(minutes(5));
  const second = await addTicket(the, { email, title: 'The second thing' });
  const closed = await addTicket(the, { email, title: 'An old thing' });
  await setTicketState(the, closed, 'closed');
  const others = await addTicket(the, { email: 'stranger@post.example', title: 'Not theirs' });
  const browser = await logInToTickets(the, email);
  const page = await browser.get('/tickets');
  expect(page.text.indexOf(second.reference)).toBeLessThan(page.text.indexOf(first.reference));
  expect(page.text).toContain('1 closed ticket');
  expect(page.text).toContain('An old thing');
  expect(page.text).not.toContain(others.title);
  expect(page.html).toContain('href="/tickets/new"');
  const typed = first.reference.replaceAll('-', ' ').toLowerCase();
  const found = await browser.get(`/tickets?q=${encodeURIComponent(typed)}`);
  expect(found.text).toContain(first.reference);
  expect(found.text).not.toContain(second.reference);
  expect((await browser.get('/tickets?q=nothing-like-it')).text).toContain('No ticket of yours has');
});

test('[C2] a ticket that somebody shares is in the list of both, and tells neither that they wrote what the other did', async () => {
  const ticket = await addTicket(the, { email: 'sharing@post.example', title: 'Shared between two' });
  const { needs } = the;
  await inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    const email = 'shared.with@post.example';
    const address = { typed: email, canonical: email };
    const person = await holdRequester(tx, needs.ids, { address, fullName: 'Mary', language: 'en', now });
    const part = { ticketId: ticket.id, requesterId: person.id, part: 'about', now } as const;
    await addTicketPerson(tx, { ...part, hasAgreed: true });
  });
  const listOf = async (email: string) => (await (await logInToTickets(the, email)).get('/tickets')).text;
  expect(await listOf('sharing@post.example')).toMatch(/Shared between two .*From you, /);
  expect(await listOf('shared.with@post.example')).toMatch(/Shared between two .*From you or others, /);
});

test('[C2] whoever asked nothing yet is told so; more than fit on a page are on the next ones', async () => {
  const email = 'many@post.example';
  const browser = await logInToTickets(the, email);
  expect((await browser.get('/tickets')).text).toContain('You have no current tickets');
  for (let number = 1; number <= 23; number += 1) await addTicket(the, { email, title: `Thing ${number}` });
  expect((await browser.get('/tickets')).html).toContain('href="/tickets?page=2"');
  const next = await browser.get('/tickets?page=2');
  expect(next.html.match(/gh-code/g)).toHaveLength(3);
});

test('[C2] a ticket says where it stands and when an answer can be expected; a reply makes it our turn', async () => {
  const email = 'asks@post.example';
  const ticket = await addTicket(the, { email, title: 'Wrong address', body: 'My address is wrong.' });
  const browser = await logInToTickets(the, email);
  const fresh = await browser.get(pageOf(ticket));
  for (const words of ['Received', 'We expect to answer by', 'My address is wrong.', ticket.reference])
    expect(fresh.text).toContain(words);
  await answerTicket(the, ticket, { by: staff, body: 'Which address should it be?' });
  const answered = await browser.get(pageOf(ticket));
  for (const words of ['Waiting for your answer', 'Support', 'Which address should it be?'])
    expect(answered.text).toContain(words);
  expect(answered.text).not.toContain('We expect to answer by');
  const empty = await browser.post(pageOf(ticket), { message: ' ' });
  expect([empty.status, empty.text]).toEqual([422, expect.stringContaining('Enter your message')]);
  const sent = await browser.follow(
    await browser.post(pageOf(ticket), { message: '12 Mill Lane\nFernhollow' }),
  );
  for (const words of ['Your message is sent', '12 Mill Lane', 'Waiting for us'])
    expect(sent.text).toContain(words);
});

test('a person says that it is solved, rates the help once, opens it again within 14 days, and asks anew after that', async () => {
  const email = 'solves@post.example';
  const ticket = await addTicket(the, { email });
  await answerTicket(the, ticket, { by: staff });
  const browser = await logInToTickets(the, email);
  await browser.get(pageOf(ticket));
  const solved = await browser.follow(await browser.post(pageOf(ticket, 'solved')));
  for (const words of ['The ticket is solved', 'How was our help?', 'Is it not solved?'])
    expect(solved.text).toContain(words);
  const unrated = await browser.post(pageOf(ticket, 'rating'), { words: 'x' });
  expect([unrated.status, unrated.text]).toEqual([422, expect.stringContaining('Choose whether our help')]);
  const rating = { rating: 'good', words: 'Quick and kind' };
  expect((await browser.follow(await browser.post(pageOf(ticket, 'rating'), rating))).text).toContain(
    'You said that our help was good',
  );
  const twice = await browser.post(pageOf(ticket, 'rating'), { ...rating, rating: 'bad' });
  expect(twice.location).toContain('done=nothing');
  the.clock.advance(days(13));
  const reopened = await browser.follow(await browser.post(pageOf(ticket), { message: 'It is back.' }));
  expect(reopened.text).toContain('Waiting for us');
  await browser.post(pageOf(ticket, 'solved'));
  the.clock.advance(days(15));
  const late = await browser.get(pageOf(ticket));
  expect(late.text).toContain('Ask a new question about it');
  const refused = await browser.post(pageOf(ticket), { message: 'And again.' });
  expect([refused.status, refused.text]).toEqual([
    422,
    expect.stringContaining('The ticket was closed meanwhile'),
  ]);
});

test('a session of the portal counts too: it shows the tickets of the account’s own address', async () => {
  const amara = await the.addPerson({ name: 'Amara Osei', email: 'amara@post.example' });
  const ticket = await addTicket(the, { email: amara.email, title: 'From her portal address' });
  const browser = the.browser();
  await browser.get('/log-in');
  await browser.post('/log-in', { identifier: amara.email, password: amara.password });
  expect((await browser.get('/tickets')).text).toContain(ticket.title);
  expect((await browser.get(pageOf(ticket))).status).toBe(200);
  the.clock.advance(hours(1));
  const late = await browser.post(pageOf(ticket), { message: 'Typed for a long time' });
  expect(late.location).toContain('/log-in?next=');
  expect(late.location).toContain('kept%3D');
  await browser.follow(late);
  await browser.post('/log-in', { identifier: amara.email, password: amara.password });
  const next = new URL(late.location ?? '', 'http://localhost').searchParams.get('next') ?? '';
  expect((await browser.get(next)).text).toContain('Typed for a long time');
});

test('the tickets of another address are linked to a portal account by whoever is logged in to both, and that is taken back', async () => {
  const bea = await the.addPerson({ name: 'Bea Lund', email: 'bea.lund@post.example' });
  const ticket = await addTicket(the, { email: 'bea.old@post.example', title: 'From an old address' });
  const browser = the.browser();
  await browser.get('/log-in');
  await browser.post('/log-in', { identifier: bea.email, password: bea.password });
  expect((await browser.get('/tickets')).text).not.toContain(ticket.title);
  const [, another = ''] =
    /href="([^"]*log-in[^"]*)"[^>]*>\s*Log in with another address/.exec(
      (await browser.get('/tickets/account')).html,
    ) ?? [];
  const door = await browser.get(another.replaceAll('&amp;', '&'));
  expect([door.status, door.text]).toEqual([200, expect.not.stringContaining('Log in once more')]);
  await logInToTickets(the, 'bea.old@post.example', browser);
  const offered = await browser.get('/tickets/account');
  expect(offered.text).toContain('as Bea Lund');
  const linked = await browser.follow(await browser.post('/tickets/account/link'));
  expect(linked.text).toContain('Your tickets are linked to your account');
  const subjects = (await the.inbox('bea.old@post.example')).map(({ subject }) => subject);
  expect(subjects).toContainEqual(expect.stringContaining('were linked to an account'));
  await browser.post('/tickets/log-out');
  expect((await browser.get('/tickets')).text).toContain(ticket.title);
  await browser.get('/tickets/account');
  const { id } = await the.needs.database
    .selectFrom('requester')
    .select('id')
    .where('canonical', '=', 'bea.old@post.example')
    .executeTakeFirstOrThrow();
  await browser.post('/tickets/account/unlink', { requester: id });
  expect((await browser.get('/tickets')).text).not.toContain(ticket.title);
});

test('the link of an email opens that one ticket for two hours, by a button, and asks for a code before files', async () => {
  const email = 'visits@post.example';
  const ticket = await addTicket(the, { email });
  const other = await addTicket(the, { email });
  await answerTicket(the, ticket, { by: staff, body: 'Here is our answer.' });
  const link = await openLinkOf(the, email);
  const browser = the.browser();
  expect((await browser.get(link)).text).toContain(`This opens ticket ${ticket.reference}`);
  await visitTicket(the, link, browser);
  expect((await browser.get(pageOf(ticket))).text).toContain('Here is our answer.');
  expect((await browser.get(pageOf(other))).status).toBe(404);
  expect((await browser.get('/tickets')).location).toContain('/tickets/log-in?next=');
  await browser.get(pageOf(ticket));
  expect((await browser.post(pageOf(ticket), { message: 'Thank you' })).location).toContain('done=reply');
  await browser.get(pageOf(ticket, 'documents'));
  const asked = await browser.post(pageOf(ticket, 'documents'), { send: 'yes' });
  await browser.follow(asked);
  const code =
    (await the.inbox(email)).find(({ subject }) => subject.startsWith('Your code'))?.codes[0] ?? '';
  const wrong = await browser.post(pageOf(ticket, 'documents'), { code: '0000 0000' });
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('The code is not right')]);
  const proven = await browser.post(pageOf(ticket, 'documents'), { code });
  expect(proven.location).toBe(`${pageOf(ticket)}?done=proven`);
  the.clock.advance(hours(2) + minutes(1));
  expect((await browser.get(pageOf(ticket))).location).toContain('/tickets/log-in?next=');
});

test('a link that ran out offers a new one to the same address; of a closed ticket none opens', async () => {
  const email = 'late@post.example';
  const ticket = await addTicket(the, { email });
  await answerTicket(the, ticket, { by: staff });
  const link = await openLinkOf(the, email);
  the.clock.advance(days(8));
  const browser = the.browser();
  const past = await browser.get(link);
  expect([past.status, past.text]).toEqual([410, expect.stringContaining('Send a new link')]);
  expect((await browser.post('/tickets/open/again', { link: secretIn(link) })).text).toContain(
    'Check your email',
  );
  const fresh = await openLinkOf(the, email);
  expect(fresh).not.toBe(link);
  await visitTicket(the, fresh, browser);
  expect((await browser.get(pageOf(ticket))).status).toBe(200);
  await setTicketState(the, ticket, 'closed');
  expect((await browser.get(pageOf(ticket))).status).toBe(303);
  for (const closed of [
    await browser.get(fresh),
    await browser.post('/tickets/open', { link: secretIn(fresh) }),
  ])
    expect([closed.status, closed.text]).toEqual([410, expect.stringContaining('This ticket is closed')]);
});

test('whoever came by a link leaves the ticket when others use the device', async () => {
  const email = 'leaves@post.example';
  const ticket = await addTicket(the, { email });
  await answerTicket(the, ticket, { by: staff });
  const browser = await visitTicket(the, await openLinkOf(the, email));
  const cookie = browser.cookies.get('gatehouse-3000-ticket-visit') ?? '';
  await browser.get(pageOf(ticket));
  const left = await browser.follow(await browser.post('/tickets/open/leave'));
  expect(left.text).toContain('You have left the ticket');
  browser.cookies.set('gatehouse-3000-ticket-visit', cookie);
  expect((await browser.get(pageOf(ticket))).status).toBe(303);
});

test('an email shows the reference and first words of an answer, and nothing else about anybody', async () => {
  const email = 'private@post.example';
  const ticket = await addTicket(the, {
    email,
    name: 'Petra Private',
    title: 'About my medicine',
    body: 'Secret words',
  });
  await answerTicket(the, ticket, {
    by: staff,
    body: `We looked at it. ${'More words follow here. '.repeat(20)}`,
  });
  const [mail] = await the.inbox(email);
  expect(mail?.text).toContain(ticket.reference);
  expect(mail?.text).toContain('We looked at it.');
  for (const hidden of ['Petra', 'medicine', 'Secret words'])
    expect(`${mail?.subject} ${mail?.text}`).not.toContain(hidden);
  expect(mail?.text.match(/More words/g)?.length ?? 0).toBeLessThan(4);
});

test('who came by a link and wrote until their visit was over gets it back, and sends it once the ticket is open again', async () => {
  const email = 'writes@post.example';
  const ticket = await addTicket(the, { email });
  await answerTicket(the, ticket, { by: staff });
  const link = await openLinkOf(the, email);
  const browser = await visitTicket(the, link);
  await browser.get(pageOf(ticket));
  the.clock.advance(hours(2) + minutes(1));
  const message = 'It took me long to write <this>.';
  const back = await browser.post(pageOf(ticket), { message });
  expect([back.status, back.text]).toEqual([422, expect.stringContaining('Your message was not sent')]);
  expect(back.html).toContain('It took me long to write &lt;this&gt;.');
  expect(back.text).not.toContain('Please try again now.');
  expect(await problemsOfHtml(back.html)).toEqual([]);
  expect((await browser.get(pageOf(ticket))).location).toContain('/tickets/log-in?next=');
  await visitTicket(the, link, browser);
  await browser.get(pageOf(ticket));
  const sent = await browser.follow(await browser.post(pageOf(ticket), { message }));
  expect(sent.html).toContain('It took me long to write &lt;this&gt;.');
  const stranger = await the.browser().post(pageOf(ticket), { message });
  expect(stranger.location).toContain('/tickets/log-in?next=');
});

test('whose ticket closes while they write gets back what they wrote, by a link and logged in, and asks again with it', async () => {
  const email = 'closes@post.example';
  const ticket = await addTicket(the, { email });
  await answerTicket(the, ticket, { by: staff });
  const visitor = await visitTicket(the, await openLinkOf(the, email));
  const owner = await logInToTickets(the, email);
  for (const browser of [visitor, owner]) await browser.get(pageOf(ticket));
  await setTicketState(the, ticket, 'closed');
  const message = 'There is one more thing.';
  for (const browser of [visitor, owner]) {
    const back = await browser.post(pageOf(ticket), { message });
    expect([back.status, back.text]).toEqual([422, expect.stringContaining('was closed')]);
    expect(back.text).toContain(message);
    expect(back.html).toContain(`href="/tickets/new/other?follows=${ticket.reference}"`);
    expect(await problemsOfHtml(back.html)).toEqual([]);
  }
  const ask = await owner.get(`/tickets/new/other?follows=${ticket.reference}`);
  expect(ask.text).toContain(`together with ticket ${ticket.reference}`);
  const again = { follows: ticket.reference, 'q-title': 'One more thing', 'q-what-happened': message };
  expect((await owner.post('/tickets/new/other', again)).location).toContain('/tickets/sent');
  const { reference } = await the.needs.database
    .selectFrom('ticket')
    .select('reference')
    .where('follows', '=', ticket.id)
    .executeTakeFirstOrThrow();
  const { desk } = await atTheDesk(the, 'senior');
  for (const [browser, place] of [
    [owner, '/tickets/'],
    [desk, '/desk/tickets/'],
  ] as const)
    for (const [one, other] of [
      [ticket.reference, reference],
      [reference, ticket.reference],
    ])
      expect((await browser.get(`${place}${one}`)).html).toContain(`href="${place}${other}"`);
});

test('what support splits off stays findable: each ticket names the other, and a link opens only its own', async () => {
  const email = 'split@post.example';
  const ticket = await addTicket(the, { email });
  await answerTicket(the, ticket, { by: staff });
  const visitor = await visitTicket(the, await openLinkOf(the, email));
  const owner = await logInToTickets(the, email);
  await owner.post(pageOf(ticket), { message: 'And on a tablet?' });
  const { desk } = await atTheDesk(the, 'administrator');
  const split = `/desk/tickets/${ticket.reference}/split`;
  const message =
    [...(await desk.get(split)).html.matchAll(/name="messages"[^>]*value="([^"]+)"/g)].at(-1)?.[1] ?? '';
  const { location } = await desk.post(split, { messages: message, subject: 'other', title: 'On a tablet' });
  const fresh = /GH-[\w-]+/.exec(location ?? '')?.[0] ?? '';
  for (const [one, other] of [
    [ticket.reference, fresh],
    [fresh, ticket.reference],
  ])
    expect((await owner.get(`/tickets/${one}`)).html).toContain(`href="/tickets/${other}"`);
  const byLink = await visitor.get(pageOf(ticket));
  expect(byLink.text).toMatch(new RegExp(`Part of it is now in\\s*${fresh}`));
  expect(byLink.html).not.toContain(`/tickets/${fresh}`);
  expect(await problemsOfHtml(byLink.html)).toEqual([]);
  await desk.post(`/desk/tickets/${fresh}/merge`, { into: ticket.reference, both: '', step: 'merge' });
  expect((await owner.get(pageOf(ticket))).text).not.toContain(fresh);
  const joined = await owner.get(`/tickets/${fresh}`);
  expect(joined.text).toContain('Open the other ticket');
  expect(joined.text).not.toMatch(/no messages|Was part of|new question about it/);
});

test('somebody else’s closed ticket, and one that goes on, are not followed whoever names them', async () => {
  const [email, other] = ['follows@post.example', 'followed@post.example'];
  const theirs = await setTicketState(the, await addTicket(the, { email: other }), 'closed');
  const open = await addTicket(the, { email });
  const owner = await logInToTickets(the, email);
  for (const [follows, title] of [
    [theirs.reference, 'One'],
    [open.reference, 'Two'],
    ['GH-2222-2222', 'Three'],
    ["'; --", 'Four'],
  ] as const) {
    const asked = { follows, 'q-title': title, 'q-what-happened': 'Words' };
    expect((await owner.post('/tickets/new/other', asked)).location).toContain('/tickets/sent');
  }
  const rows = await the.needs.database
    .selectFrom('ticket')
    .select('id')
    .where('follows', 'in', [theirs.id, open.id])
    .execute();
  expect(rows).toEqual([]);
});
