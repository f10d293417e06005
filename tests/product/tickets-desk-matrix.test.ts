import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { fillSandboxRegister } from '../../src/organisations/index.ts';
import type { Route } from '../../src/platform/http/index.ts';
import { atTheDesk } from '../support/at-the-desk.ts';
import { logIn } from '../support/main-job.ts';
import type { Answer, Browser } from '../support/portal-browser.ts';
import { sharedPortal } from '../support/running-portal.ts';
import { logInToTickets, openLinkOf, visitTicket } from '../support/ticket-visitors.ts';
import { addTicket, answerTicket } from '../support/tickets.ts';
import { countRows } from './count-rows.ts';
import { type Own, ownOf } from './desk-records.ts';

/**
 * Every address of tickets, files, articles, feedback, notices, teams, replies, mail and callers at the desk; the line
 * of docs/safety/permissions.md that says who may be there; and what is on record once a form was sent as it should be.
 * A new address without a line here fails.
 */
const table = `
  GET  /desk/tickets                                | Answer tickets
  GET  /desk/tickets/views                          | Answer tickets
  POST /desk/tickets/views                          | Answer tickets | ticket-view-saved
  POST /desk/tickets/views/:id/remove               | Answer tickets | ticket-view-removed
  POST /desk/tickets/chosen                         | Answer tickets | tickets-listed
  GET  /desk/tickets/:reference                     | Answer tickets
  POST /desk/tickets/:reference/reply               | Answer tickets | ticket-answered
  POST /desk/tickets/:reference/note                | Answer tickets | ticket-note
  POST /desk/tickets/:reference/take                | Answer tickets | ticket-assigned
  POST /desk/tickets/:reference/reopen              | Answer tickets | ticket-reopened
  GET  /desk/tickets/:reference/live                | Answer tickets
  POST /desk/tickets/:reference/writing             | Answer tickets |
  GET  /desk/tickets/:reference/change              | Answer tickets
  POST /desk/tickets/:reference/change              | Answer tickets | ticket-tagged
  GET  /desk/tickets/:reference/spam                | Answer tickets
  POST /desk/tickets/:reference/spam                | Answer tickets | ticket-closed
  GET  /desk/tickets/:reference/merge               | Answer tickets
  POST /desk/tickets/:reference/merge               | Answer tickets | ticket-merged
  GET  /desk/tickets/:reference/split               | Answer tickets
  POST /desk/tickets/:reference/split               | Answer tickets | ticket-split
  GET  /desk/tickets/:reference/call-back           | Answer tickets
  POST /desk/tickets/:reference/call-back           | Answer tickets | call-back-asked
  GET  /desk/tickets/:reference/files/:id           | Answer tickets
  GET  /desk/tickets/:reference/files/:id/release   | Act on many
  POST /desk/tickets/:reference/files/:id/release   | Act on many | attachment-released
  GET  /desk/tickets/:reference/check               | See an account
  POST /desk/tickets/:reference/check               | See an account | caller-code-sent
  POST /desk/tickets/:reference/check/code          | See an account | caller-code-wrong
  GET  /desk/tickets/:reference/registration        | See people
  POST /desk/tickets/:reference/registration        | See people | registration-completed
  GET  /desk/tickets/:reference/died                | Decide who is staff
  POST /desk/tickets/:reference/died                | Decide who is staff | mail-stopped
  POST /desk/tickets/:reference/died/undo           | Decide who is staff | mail-resumed
  GET  /desk/tickets/new                            | See people
  POST /desk/tickets/new                            | See people | ticket-opened
  GET  /desk/call-backs                             | See people
  POST /desk/call-backs/:id                         | See people | call-back-done
  GET  /desk/replies                                | Answer tickets
  GET  /desk/replies/new                            | Act on many
  POST /desk/replies/new                            | Act on many | canned-reply-written
  GET  /desk/replies/:id                            | Act on many
  POST /desk/replies/:id                            | Act on many | canned-reply-written
  POST /desk/replies/:id/remove                     | Act on many | canned-reply-removed
  GET  /desk/mail                                   | Act on many
  GET  /desk/mail/:id                               | Act on many
  POST /desk/mail/:id                               | Act on many | ticket-opened
  GET  /desk/mail/:id/original                      | Act on many
  POST /desk/mail/:id/again                         | Act on many | mail-tried-again
  POST /desk/mail/:id/aside                         | Act on many | mail-set-aside
  GET  /desk/notices                                | Publish notices
  GET  /desk/notices/new                            | Publish notices
  POST /desk/notices/new                            | Publish notices | notice-published
  GET  /desk/notices/:id                            | Publish notices
  GET  /desk/notices/:id/change                     | Publish notices
  POST /desk/notices/:id/change                     | Publish notices | notice-changed
  POST /desk/notices/:id/end                        | Publish notices | notice-ended
  GET  /desk/notices/:id/answer                     | Act on many
  POST /desk/notices/:id/answer                     | Act on many | notice-answered
  GET  /desk/teams                                  | Decide who is staff
  GET  /desk/teams/add                              | Decide who is staff
  POST /desk/teams/add                              | Decide who is staff | team-added
  GET  /desk/teams/:id/change                       | Decide who is staff
  POST /desk/teams/:id/change                       | Decide who is staff | team-changed
  GET  /desk/teams/:id/end                          | Decide who is staff
  POST /desk/teams/:id/end                          | Decide who is staff | team-ended
  GET  /desk/articles                               | Write articles
  GET  /desk/articles/categories                    | Write articles
  GET  /desk/articles/categories/new                | Write articles
  POST /desk/articles/categories/new                | Write articles | category-added
  GET  /desk/articles/categories/:id                | Write articles
  POST /desk/articles/categories/:id                | Write articles | category-changed
  POST /desk/articles/categories/:id/remove         | Write articles | category-removed
  GET  /desk/articles/new                           | Write articles
  POST /desk/articles/new                           | Write articles | article-drafted
  GET  /desk/articles/:id                           | Write articles
  GET  /desk/articles/:id/edit                      | Write articles
  POST /desk/articles/:id/edit                      | Write articles | article-drafted
  GET  /desk/articles/:id/publish                   | Write articles
  POST /desk/articles/:id/publish                   | Write articles | article-published
  GET  /desk/articles/:id/archive                   | Write articles
  POST /desk/articles/:id/archive                   | Write articles | article-archived
  POST /desk/articles/:id/reviewed                  | Write articles | article-reviewed
  GET  /desk/articles/:id/versions/:number          | Write articles
  POST /desk/articles/:id/versions/:number/restore  | Write articles | article-restored
  GET  /desk/articles/:id/care                      | Write articles
  POST /desk/articles/:id/care                      | Write articles | article-cared-for
  GET  /desk/feedback                               | Write articles
  POST /desk/feedback/:id/handled                   | Write articles | feedback-handled
  GET  /desk/feedback/held                          | Write articles
  POST /desk/feedback/held/:id                      | Write articles | feedback-accepted
  GET  /desk/feedback/rates                         | Write articles
`;

type Fields = Record<string, string | string[]>;

/** What a form needs beside what every form is sent. */
const forms: Record<string, (own: Own, kind: Kind) => Fields> = {
  '/desk/tickets/views': () => ({ query: 'queue=all', shared: 'own' }),
  '/desk/tickets/chosen': ({ other }) => ({ chosen: [other], step: '' }),
  '/desk/tickets/:reference/reply': () => ({ leaves: 'waiting-for-you', seen: '1' }),
  '/desk/tickets/:reference/change': () => ({
    priority: 'normal',
    assignee: '',
    team: '',
    notice: '',
    tags: 'x',
  }),
  '/desk/tickets/:reference/merge': ({ other }) => ({ into: other, both: 'yes', step: 'merge' }),
  '/desk/tickets/:reference/split': ({ other }) => ({ messages: [other], subject: 'payments' }),
  '/desk/tickets/:reference/check': (own) => ({ person: own[':id'], contact: 'email m…@own.example' }),
  '/desk/tickets/:reference/registration': (_own, kind) => ({
    code: practices[kind] ?? '',
    email: `${randomUUID()}@own.example`,
  }),
  '/desk/tickets/:reference/died': ({ other }) => ({ email: other }),
  '/desk/tickets/:reference/died/undo': ({ other }) => ({ email: other }),
  '/desk/notices/:id/answer': ({ other }) => ({ answerId: other, after: [] }),
  '/desk/articles/new': () => ({ category: categories[0] ?? '' }),
  '/desk/articles/:id/edit': ({ other }) => ({ category: other, title: 'Better', basedOn: '1' }),
  '/desk/articles/:id/publish': () => ({ number: '2' }),
  '/desk/articles/:id/care': () => ({ position: '1', owner: '', related: '' }),
};

/** Each can be registered once. */
const practices: Partial<Record<Kind, string>> = {
  agent: 'Z90003',
  senior: 'Z90004',
  administrator: 'Z90005',
};

/** Enough for most forms, and for an operation that forgot to ask to do something. */
const likely = (): Fields => ({
  ...{
    body: 'Words',
    note: 'Words',
    reason: 'Because it is so.',
    title: 'A title',
    name: `N ${randomUUID()}`,
  },
  ...{ fullName: 'Asha Rowe', email: `${randomUUID()}@own.example`, phone: '07700 900123', hours: '1' },
  ...{ mailbox: `${randomUUID()}@own.example`, code: '1234 5678', subject: 'other', outcome: 'spoken' },
  ...{
    places: ['contact'],
    step: 'confirmed',
    decision: 'accepted',
    do: 'save',
    writes: 'yes',
    position: '',
  },
});

const lines = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [route = '', may = '', does] = line.split('|').map((cell) => cell.trim());
      return [route.replace(/\s+/g, ' '), { may, does }] as const;
    }),
);

const [, section = ''] = readFileSync(
  new URL('../../docs/safety/permissions.md', import.meta.url),
  'utf8',
).split('## Of the desk');
const [head = [], , ...permissions] = (section.split('\n## ')[0] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );

const staff = ['agent', 'senior', 'accounts', 'editor', 'administrator'] as const;
const outside = ['portal person', 'main contact', 'requester', 'guest by link', 'anonymous'] as const;
type Kind = (typeof staff)[number] | (typeof outside)[number];

/** Accounts staff may be where there are tickets about payments among others, and at those themselves. */
function mayEnter(kind: Kind, route: Route, subject: string): boolean {
  const row = permissions.find(([name]) => name?.startsWith(lines.get(nameOf(route))?.may ?? '?'));
  const cell = row?.[head.indexOf(kind)] ?? '–';
  const isOfPayments = subject === 'payments' || !route.address.includes(':reference');
  return cell === 'yes' || (cell === 'about payments' && isOfPayments);
}

const isOurs = ({ address }: Route) =>
  /^\/desk\/(tickets|replies|call-backs|mail|notices|teams|articles|feedback)(\/|$)/.test(address);
const nameOf = ({ method, address }: Route): string => `${method} ${address}`;

const portalOf = sharedPortal({ profile: 'primary-care', wholeProfile: false });
const browsers = new Map<Kind, Browser>();
const accounts = new Map<Kind, string>();
const categories: string[] = [];
/** Something at every address that nobody may change here. */
const shared = new Map<string, Own>();
let routes: Route[] = [];

beforeAll(async () => {
  const the = portalOf();
  routes = the.routes.filter(isOurs);
  await fillSandboxRegister(the.needs);
  for (const role of staff) {
    const { desk, id } = await atTheDesk(the, role);
    browsers.set(role, desk);
    accounts.set(role, id);
  }
  for (const kind of ['portal person', 'main contact'] as const) {
    const place = kind === 'main contact' ? { mainContactOf: 'Z90001' } : {};
    const person = await the.addPerson({
      name: 'Amara Osei',
      email: `${kind.replace(' ', '-')}@own.example`,
      ...place,
    });
    browsers.set(kind, the.browser());
    await logIn(browsers.get(kind) as Browser, person);
  }
  const asha = 'asha@fernhollow.example';
  const ticket = await addTicket(the, { email: asha });
  await answerTicket(the, ticket, { by: accounts.get('agent') as never });
  browsers.set('guest by link', await visitTicket(the, await openLinkOf(the, asha)));
  browsers.set('requester', await logInToTickets(the, asha));
  browsers.set('anonymous', the.browser());
  const { ':id': category } = await ownOf(the, '/desk/articles/categories/:id', { subject: '', by: '' });
  categories.push(category);
  for (const subject of ['payments', 'other'])
    for (const { address } of routes)
      shared.set(
        `${subject} ${address}`,
        await ownOf(the, address, { subject, by: accounts.get('editor') ?? '' }),
      );
}, 120_000);

const addressWith = ({ address }: Route, own: Own) =>
  address.replace(/:(reference|id|number)/g, (name) => own[name as keyof Own] || 'x');

function send(kind: Kind, route: Route, own: Own): Promise<Answer> {
  const browser = browsers.get(kind) as Browser;
  const at = addressWith(route, own);
  if (route.method === 'GET') return browser.get(at);
  return browser.post(at, { ...likely(), ...forms[route.address]?.(own, kind) });
}

const isAway = ({ status, location = '' }: Answer): boolean =>
  status === 403 || /^\/log-in\/staff\?next=/.test(location);

/** What nobody has, and what is there but is another sort of thing or belongs elsewhere. */
function wrongIdsFor(route: Route, own: Own): Own[] {
  const guessed = { ...own, ':reference': 'GH-2222-2222', ':id': randomUUID(), ':number': '77' };
  const swapped = { ...own, ':id': own.other || (accounts.get('agent') ?? ''), ':number': '0' };
  const typed = { ...own, ':reference': "GH-'; --", ':id': '%00', ':number': '1e9' };
  return route.address.includes(':reference') && !route.address.includes(':id')
    ? [guessed, typed]
    : [guessed, swapped, typed];
}

/** Who is turned away still uses their session. */
const unchanging = async (): Promise<Record<string, string>> => {
  const { session, ...rows } = await countRows(portalOf().needs.database);
  return rows;
};

/** What somebody did since, as it is on record. */
async function recorded(kind: Kind, since: number): Promise<string[]> {
  const rows = await portalOf()
    .needs.database.selectFrom('audit_event')
    .select('action')
    .where('position', '>', since)
    .where('actor_id', '=', accounts.get(kind) ?? '')
    .execute();
  return rows.map(({ action }) => action);
}

const newestPosition = async (): Promise<number> => {
  const { newest } = await portalOf()
    .needs.database.selectFrom('audit_event')
    .select((eb) => eb.fn.max<number>('position').as('newest'))
    .executeTakeFirstOrThrow();
  return newest;
};

test('every address of the desk stands in the table, with a line of the permissions', () => {
  const ours = routes.map(nameOf);
  expect(ours.filter((name) => !lines.has(name))).toEqual([]);
  expect([...lines.keys()].filter((name) => !ours.includes(name))).toEqual([]);
  const named = new Set([...lines.values()].map(({ may }) => may));
  expect([...named].filter((may) => !permissions.some(([name]) => name?.startsWith(may)))).toEqual([]);
  expect(
    routes
      .filter(({ method }) => method === 'POST')
      .filter((route) => lines.get(nameOf(route))?.does === undefined),
  ).toEqual([]);
});

test.each([...staff, ...outside])(
  '%s: who may not enter is turned away from every address, whatever ids they name, and changes nothing',
  async (kind) => {
    const before = await unchanging();
    const wrong: unknown[] = [];
    for (const subject of ['payments', 'other'])
      for (const route of routes.filter((each) => !mayEnter(kind, each, subject))) {
        if (subject === 'payments' && !route.address.includes(':reference')) continue;
        const own = shared.get(`${subject} ${route.address}`) as Own;
        // Who answers some tickets reads of one that is not there that it is not; all others are stopped at the door.
        const tried = mayEnter(kind, route, 'payments') ? [own] : [own, ...wrongIdsFor(route, own)];
        for (const each of tried) {
          const answer = await send(kind, route, each);
          if (!isAway(answer)) wrong.push([subject, nameOf(route), addressWith(route, each), answer.status]);
        }
      }
    expect(wrong).toEqual([]);
    expect(await unchanging()).toEqual(before);
  },
);

test.each(staff)(
  '%s: whoever may enter finds every page, and sends every form with its effect',
  async (kind) => {
    const the = portalOf();
    const wrong: unknown[] = [];
    for (const subject of kind === 'accounts' ? ['payments'] : ['other'])
      for (const route of routes.filter((each) => mayEnter(kind, each, subject))) {
        // It never ends by itself; what it tells, a browser of the journeys sees.
        if (route.address.endsWith('/live')) continue;
        const own = await ownOf(the, route.address, { subject, by: accounts.get(kind) ?? '' });
        const since = await newestPosition();
        const answer = await send(kind, route, own);
        const { does } = lines.get(nameOf(route)) ?? {};
        const isDone = does ? (await recorded(kind, since)).includes(does) : answer.status < 400;
        if (isAway(answer) || !isDone)
          wrong.push([
            nameOf(route),
            answer.status,
            answer.location,
            answer.text.split('There is a problem')[1]?.slice(0, 120),
          ]);
      }
    expect(wrong).toEqual([]);
  },
);

test.each(staff)(
  '%s: whoever may enter does nothing to what is not there, or is not what was named',
  async (kind) => {
    const before = await unchanging();
    const wrong: unknown[] = [];
    const subject = kind === 'accounts' ? 'payments' : 'other';
    for (const route of routes.filter((each) => mayEnter(kind, each, subject) && each.address.includes('/:')))
      for (const own of wrongIdsFor(route, shared.get(`${subject} ${route.address}`) as Own)) {
        const answer = await send(kind, route, own);
        const isMissed = [404, 409, 422].includes(answer.status) || answer.status === 303;
        if (!isMissed) wrong.push([nameOf(route), addressWith(route, own), answer.status]);
      }
    expect(wrong).toEqual([]);
    expect(await unchanging()).toEqual(before);
  },
);
