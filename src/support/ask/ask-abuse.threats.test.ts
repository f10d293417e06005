import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeEmail } from '../../../tests/support/email-changes.ts';
import { logIn } from '../../../tests/support/main-job.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import type { Browser } from '../../../tests/support/portal-browser.ts';
import { postFiles } from '../../../tests/support/post-files.ts';
import { secretIn } from '../../../tests/support/ticket-visitors.ts';
import { hours } from '../../kernel/duration.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { sendAgain } from './ask-again.ts';
import { lapseHeldTickets } from './lapse-held.ts';

const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});
let the: Portal;
let networks = 0;
beforeAll(async () => {
  the = await portal({ atEnd: (end) => void ends.push(end) });
});

const words = { 'q-title': 'I cannot see my rota', 'q-what-happened': 'It is empty since Monday.' };
const elsewhere = () => {
  networks += 1;
  return the.browser({ address: `198.51.100.${networks}` });
};
const ticketsOf = (email: string) =>
  the.needs.database
    .selectFrom('ticket')
    .innerJoin('requester', 'requester.id', 'ticket.requester_id')
    .selectAll('ticket')
    .select(['requester.full_name as fullName'])
    .where('requester.canonical', '=', email)
    .orderBy('ticket.created_at')
    .orderBy('ticket.id')
    .execute();

const askAs = (browser: Browser, email: string, more: Record<string, string> = {}) =>
  browser.post('/tickets/new/other', { fullName: 'Somebody Else', email, ...words, ...more });

const linkTo = async (email: string): Promise<string> =>
  (await the.inbox(email)).flatMap(({ links }) => links).find((each) => each.includes('/tickets/confirm')) ??
  '';

async function confirm(link: string) {
  const owner = elsewhere();
  await owner.get(link);
  return owner.post('/tickets/confirm', { link: secretIn(link), answer: 'yes' });
}

test('flood: a stranger who keeps asking in somebody’s name does not keep them from asking once they are logged in', async () => {
  const amara = await the.addPerson({ name: 'Amara Osei', email: 'flooded@abuse.example' });
  const { perAddressPerHour } = the.settings.tickets;
  for (let time = 0; time <= perAddressPerHour; time += 1)
    await askAs(elsewhere(), amara.email, { 'q-title': `Number ${time}` });
  const browser = elsewhere();
  await logIn(browser, amara);
  const asked = await browser.post('/tickets/new/other', words);
  expect(asked.status).toBe(303);
  expect((await browser.follow(asked)).text).toContain('We have your question');
});

test('guessing: whoever sends the words that somebody else sent learns no reference, and joins nothing of theirs', async () => {
  const amara = await the.addPerson({ name: 'Amara Osei', email: 'joined@abuse.example' });
  const browser = elsewhere();
  await logIn(browser, amara);
  await browser.post('/tickets/new/other', words);
  const [own] = await ticketsOf(amara.email);
  const stranger = elsewhere();
  const page = await stranger.follow(await askAs(stranger, amara.email));
  expect(page.text).toContain('Check your email');
  expect(page.text).not.toContain(own?.reference);
  expect((await ticketsOf(amara.email)).map(({ state }) => state).toSorted()).toEqual(['held', 'new']);
});

test('the same words sent again with a file that was forgotten bring the file', async () => {
  const email = 'forgot.a.file@abuse.example';
  const fields = { fullName: 'Somebody Else', email, ...words };
  const browser = elsewhere();
  const files = [{ name: 'rota.txt', content: 'Empty' }];
  for (const sent of [[], files, files])
    await postFiles(the.server, browser, '/tickets/new/other', { fields, files: sent });
  const tickets = await ticketsOf(email);
  expect(tickets).toHaveLength(2);
  const kept = await the.needs.database
    .selectFrom('attachment')
    .select('name')
    .where(
      'ticket_id',
      'in',
      tickets.map(({ id }) => id),
    )
    .execute();
  expect(kept).toEqual([{ name: 'rota.txt' }]);
});

test('files of a stranger go once their ticket is thrown away or lapses', async () => {
  const files = [{ name: 'letter.txt', content: 'Dear all' }];
  const sent = async (email: string) => {
    const fields = { fullName: 'Somebody Else', email, ...words };
    await postFiles(the.server, elsewhere(), '/tickets/new/other', { fields, files });
    const [ticket] = await ticketsOf(email);
    const attachments = the.needs.database.selectFrom('attachment').where('ticket_id', '=', ticket?.id ?? '');
    return () => attachments.selectAll().execute();
  };
  const thrownAway = await sent('thrown.away@abuse.example');
  expect(await thrownAway()).toHaveLength(1);
  const link = await linkTo('thrown.away@abuse.example');
  const owner = elsewhere();
  await owner.get(link);
  await owner.post('/tickets/confirm', { link: secretIn(link), answer: 'no' });
  expect(await thrownAway()).toEqual([]);
  const lapsed = await sent('lapsed@abuse.example');
  expect(await lapsed()).toHaveLength(1);
  the.clock.advance(the.settings.tickets.heldFor);
  await the.runDue();
  expect(await lapsed()).toEqual([]);
});

test('an address that an account had before proves nothing of that account, whoever reads its mail today', async () => {
  const amara = await the.addPerson({ name: 'Amara Osei', email: 'shared.desk@abuse.example' });
  const browser = elsewhere();
  await logIn(browser, amara);
  await changeEmail(the, browser, 'amara.now@abuse.example');
  await askAs(elsewhere(), amara.email);
  expect((await confirm(await linkTo(amara.email))).status).toBe(303);
  expect((await ticketsOf(amara.email))[0]).toMatchObject({ state: 'new', account_id: null });
});

test('what a stranger called the owner of an address is forgotten once the owner says their name', async () => {
  const amara = await the.addPerson({ name: 'Amara Osei', email: 'renamed@abuse.example' });
  await askAs(elsewhere(), amara.email, { fullName: 'A Thief', 'q-title': 'Not hers' });
  const browser = elsewhere();
  await logIn(browser, amara);
  await browser.post('/tickets/new/other', words);
  expect((await ticketsOf(amara.email)).map(({ fullName }) => fullName)).toEqual([
    'Amara Osei',
    'Amara Osei',
  ]);
  await askAs(elsewhere(), amara.email, { fullName: 'A Thief', 'q-title': 'Not hers either' });
  expect((await ticketsOf(amara.email))[2]?.fullName).toBe('Amara Osei');
});

test('race: confirming while the ticket lapses or its email is sent again leaves a ticket that is what its owner was told', async () => {
  const { needs } = the;
  const lapse = lapseHeldTickets({
    ...needs,
    settings: { ...the.settings, tickets: { ...the.settings.tickets, heldFor: 0 } },
  });
  for (let round = 0; round < 6; round += 1) {
    const email = `race-${round}@abuse.example`;
    await askAs(elsewhere(), email);
    const [ticket] = await ticketsOf(email);
    const link = await linkTo(email);
    const owner = elsewhere();
    await owner.get(link);
    const held = holdRow(ticket?.id ?? '');
    await held.isHeld;
    const answered = owner.post('/tickets/confirm', { link: secretIn(link), answer: 'yes' });
    const other =
      round % 2
        ? lapse.runDue(the.clock.now())
        : sendAgain(needs, { ticketId: ticket?.id as never }, `198.51.100.${round}`);
    await new Promise((done) => setTimeout(done, 100));
    held.release();
    await Promise.all([other, held.done]);
    const { status } = await answered;
    const [after] = await ticketsOf(email);
    // Who got in has a ticket; who came too late lost it to the lapse, or can use the newer link.
    const late = round % 2 ? 'closed' : 'held';
    expect([round, status, after?.state]).toEqual([round, ...(status === 303 ? [303, 'new'] : [410, late])]);
  }
});

/** Keeps a ticket from everybody for a moment, so that they all arrive at once. */
function holdRow(id: string) {
  const [isHeld, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const done = inTransaction(the.needs.database, async (tx) => {
    await tx.selectFrom('ticket').select('id').where('id', '=', id).forUpdate().execute();
    isHeld.resolve();
    await gone.promise;
  });
  return { isHeld: isHeld.promise, release: gone.resolve, done };
}

test('guessing: one network cannot try the codes of address after address', async () => {
  for (const address of ['/tickets/confirm', '/tickets/agree']) {
    the.clock.advance(hours(1));
    const browser = elsewhere();
    await browser.get(address);
    let last = 0;
    for (let at = 0; at < 150 && last !== 429; at += 1)
      last = (await browser.post(`${address}/code`, { email: `${at}@abuse.example`, code: '12345678' }))
        .status;
    expect(last, address).toBe(429);
  }
});

test('flood: one network cannot make the help centre look better than it is', async () => {
  const browser = elsewhere();
  await browser.get('/tickets/new/other');
  for (let at = 0; at < 60; at += 1) expect((await browser.post('/tickets/answered', {})).status).toBe(200);
  const { count } = await the.needs.database
    .selectFrom('help_count')
    .select(({ fn }) => fn.sum<number>('count').as('count'))
    .where('what', '=', 'answered-while-asking')
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBeLessThanOrEqual(30);
});
