import { expect, test } from 'vitest';
import type { DataCopy } from '../../src/identity/data-rights/data-export.ts';
import { readableCopyWords } from '../../src/identity/data-rights/readable-copy.words.ts';
import type { AccountId } from '../../src/kernel/ids.ts';
import { eventsWords } from '../../src/support/desk/events.words.ts';
import { atTheDesk } from '../support/at-the-desk.ts';
import { askForEmail, changeEmail, loggedIn } from '../support/email-changes.ts';
import { addAuthenticator, addNumber, addRecoveryCodes } from '../support/factors.ts';
import { addPeopleTraces } from '../support/people-traces.ts';
import { type Portal, portal } from '../support/portal.ts';
import { everySource } from '../support/recorded-actions.ts';
import { openLinkOf, visitTicket } from '../support/ticket-visitors.ts';
import { addTicket, answerTicket } from '../support/tickets.ts';

const { sections: named, values, details } = readableCopyWords.en;

/** What tells a reader nothing, or is said in words by the field beside it. */
const forComputers = ['account.id', 'access.organisationId'];

async function sendRegistration({ needs: { database, ids, clock } }: Portal, email: string) {
  const { id } = await database.selectFrom('organisation').select('id').executeTakeFirstOrThrow();
  const typed = { full_name: 'Amara Osei', email_typed: email, email_canonical: email, mailbox: email };
  const kept = { id: ids.next(), organisation_id: id, reference: 'AB12-CD34', language: 'en', phone: '' };
  await database
    .insertInto('registration')
    .values({ ...kept, ...typed, state: 'waiting', created_at: clock.now() })
    .execute();
}

/** Three ways to get a code, and a time when none of them was at hand. */
async function addCodes({ needs }: Portal, account: AccountId) {
  await addNumber(needs, { account });
  await addAuthenticator(needs, { account });
  await addRecoveryCodes(needs, { account });
  const asked = { reason: 'no-signal', words: 'On a boat.', phone: '', state: 'withdrawn' };
  await needs.database
    .insertInto('factor_reset_request')
    .values({
      id: needs.ids.next(),
      reference: 'EF34-GH56',
      account_id: account,
      realm: 'portal',
      created_at: needs.clock.now(),
      ...asked,
    })
    .execute();
}

/** A question with a file, its answer, and a look at it by the link of the email. */
async function addTicketTraces(the: Portal, email: string, staff: AccountId) {
  const ticket = await addTicket(the, { name: 'Amara Osei', email });
  await answerTicket(the, ticket, { by: staff });
  await the.needs.database
    .insertInto('attachment')
    .values({
      id: the.needs.ids.next(),
      ticket_id: ticket.id,
      message_id: the.needs.database
        .selectFrom('ticket_message')
        .select('id')
        .where('ticket_id', '=', ticket.id)
        .where('kind', '=', 'from-requester'),
      name: 'page.png',
      kind: 'image/png',
      size: 2048,
      state: 'clean',
      created_at: the.needs.clock.now(),
    })
    .execute();
  await visitTicket(the, await openLinkOf(the, email));
}

/** Somebody of whom every section of the copy holds something. */
async function withHistory() {
  const the = await portal({ profile: 'clinic' });
  const amara = await the.addPerson({ mainContactOf: 'A81001', username: 'amara.osei' });
  const ben = await the.addPerson({ name: 'Ben Okoro', roles: { A81001: ['portal/deputy'] } });
  await addPeopleTraces(the, 'A81001', amara, ben);
  await sendRegistration(the, amara.email);
  const browser = await loggedIn(the, amara);
  await browser.post('/account/profile/contact', { needs: 'large-print', interpreterLanguage: '' });
  await changeEmail(the, browser, 'amara@post.example');
  await askForEmail(browser, 'other@post.example');
  await browser.get('/account/data/correct');
  await browser.post('/account/data/correct', { text: 'I started on 1 April.' });
  const { desk, id: staff } = await atTheDesk(the);
  await addTicketTraces(the, 'amara@post.example', staff);
  await desk.post(`/desk/people/${amara.id}/log-out`, { reason: 'Lost her telephone.' });
  const again = await loggedIn(the, { ...amara, email: 'amara@post.example' });
  await addCodes(the, amara.id);
  await again.get('/account/data');
  await again.post('/account/data/copy');
  await the.runDue();
  const copy: DataCopy = JSON.parse((await again.get('/account/data/copy.json')).html);
  return { the, browser: again, copy };
}

test('every field that a module hands over has a name on the page', async () => {
  const { copy } = await withHistory();
  const handedOver = Object.entries(copy.sections).map(([section, rows]) => ({
    section,
    fields: Object.keys(rows[0] ?? {}),
  }));
  expect(handedOver.filter(({ fields }) => fields.length === 0)).toEqual([]);
  const fields = handedOver.flatMap(({ section, fields }) => fields.map((field) => `${section}.${field}`));
  const hasName = (path: string) => {
    const [section = '', field = ''] = path.split('.');
    return Object.hasOwn(named[section]?.fields ?? {}, field);
  };
  expect(fields.filter((field) => !hasName(field))).toEqual(forComputers);
  expect(Object.keys(named).sort()).toEqual(Object.keys(copy.sections).sort());
});

test('the page says it in words: no id, no name of ours, no word for what is empty', async () => {
  const { browser, copy } = await withHistory();
  const { text } = await browser.get('/account/data/copy');
  for (const said of [
    'Name Amara Osei',
    'The account is Active',
    'Practice A81001',
    'Logged in',
    'After: Letters in large print',
    'Reason Lost her telephone.',
    'Support logged you out',
    'Answer a correction that you asked for',
    'What became of it Waiting to be checked',
    'What it is Recovery codes',
    'Codes left 10',
    'Phone number +447700900123',
    'Why You had no signal',
    'Role Main contact',
    'You are One of its people',
    'Who offered Somebody, to you',
    'Message The page says my details are wrong.',
    'File page.png',
  ])
    expect(text).toContain(said);
  const main = text.slice(text.indexOf('As it was on'));
  expect(main).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}|null|undefined|Nothing entered|\d{4}-\d\d-\d\dT/);
  for (const { action } of copy.sections.activity ?? []) expect(main).not.toContain(` ${action} `);
});

test('a section without anything says so in one line', async () => {
  const the = await portal();
  const browser = await loggedIn(the, await the.addPerson());
  await browser.get('/account/data');
  await browser.post('/account/data/copy');
  await the.runDue();
  const { text } = await browser.get('/account/data/copy');
  expect(text).toContain('Registrations you sent You registered no organisation.');
  expect(text).toContain('Your organisations You belong to no organisation.');
});

test('every kind of message, end of a session and detail on record has words', async () => {
  const sources = (await everySource()).join('\n');
  const quoted = (pattern: RegExp) => [
    ...new Set([...sources.matchAll(pattern)].map(([, found = '']) => found)),
  ];
  const ends = quoted(/end(?:Realm|Other)?Sessions?\([^)]*'([a-z-]+)', (?:now|needs)/g);
  const inStatements = quoted(/ended_because: '([a-z-]+)'/g);
  const keys = quoted(/\bdetail: (\{[^}]*\})/g).flatMap((detail) =>
    [...detail.matchAll(/[{,]\s*(\w+)(?=\s*[:,}])/g)].map(([, key = '']) => key),
  );
  expect(ends.length).toBeGreaterThan(8);
  expect(keys.length).toBeGreaterThan(5);
  const without = (group: string, names: string[]) =>
    names.filter((name) => !Object.hasOwn(values[group] ?? {}, name));
  expect(without('messages.kind', Object.keys(eventsWords.en.messages))).toEqual([]);
  expect(without('sessions.endedBecause', [...ends, ...inStatements])).toEqual([]);
  expect(keys.filter((key) => !Object.hasOwn(details, key))).toEqual([]);
});
