import { beforeAll, describe, expect, test } from 'vitest';
import type { Route } from '../../src/platform/http/index.ts';
import { atTheDesk } from '../support/at-the-desk.ts';
import { logIn } from '../support/main-job.ts';
import type { Answer, Browser } from '../support/portal-browser.ts';
import { sharedPortal } from '../support/running-portal.ts';
import { logInToTickets } from '../support/ticket-visitors.ts';
import { addTicket } from '../support/tickets.ts';
import { countRows } from './count-rows.ts';

/**
 * Every address of tickets at the desk, and who gets in: `answer` whoever answers the ticket it names (accounts staff
 * only about payments), `list` whoever answers any, `help` whoever helps people, `oversee` senior staff and
 * administrators, `administer` administrators alone. A new address without a line here fails.
 */
const addresses = `
  GET  /desk/tickets                                 | list
  GET  /desk/tickets/views                           | list
  POST /desk/tickets/views                           | list
  POST /desk/tickets/views/:id/remove                | list
  POST /desk/tickets/chosen                          | list
  GET  /desk/tickets/:reference                      | answer
  POST /desk/tickets/:reference/reply                | answer
  POST /desk/tickets/:reference/note                 | answer
  POST /desk/tickets/:reference/take                 | answer
  POST /desk/tickets/:reference/reopen               | answer
  GET  /desk/tickets/:reference/live                 | answer
  POST /desk/tickets/:reference/writing              | answer
  GET  /desk/tickets/:reference/change               | answer
  POST /desk/tickets/:reference/change               | answer
  GET  /desk/tickets/:reference/spam                 | answer
  POST /desk/tickets/:reference/spam                 | answer
  GET  /desk/tickets/:reference/merge                | answer
  POST /desk/tickets/:reference/merge                | answer
  GET  /desk/tickets/:reference/split                | answer
  POST /desk/tickets/:reference/split                | answer
  GET  /desk/tickets/:reference/call-back            | answer
  POST /desk/tickets/:reference/call-back            | answer
  GET  /desk/tickets/:reference/files/:id            | answer
  GET  /desk/tickets/:reference/files/:id/release    | oversee
  POST /desk/tickets/:reference/files/:id/release    | oversee
  GET  /desk/tickets/:reference/check                | help
  POST /desk/tickets/:reference/check                | help
  POST /desk/tickets/:reference/check/code           | help
  GET  /desk/tickets/:reference/registration         | help
  POST /desk/tickets/:reference/registration         | help
  GET  /desk/tickets/:reference/died                 | administer
  POST /desk/tickets/:reference/died                 | administer
  POST /desk/tickets/:reference/died/undo            | administer
  GET  /desk/tickets/new                             | help
  POST /desk/tickets/new                             | help
  GET  /desk/call-backs                              | help
  POST /desk/call-backs/:id                          | help
  GET  /desk/replies                                 | list
  GET  /desk/replies/new                             | oversee
  POST /desk/replies/new                             | oversee
  GET  /desk/replies/:id                             | oversee
  POST /desk/replies/:id                             | oversee
  POST /desk/replies/:id/remove                      | oversee
`;

type Rule = 'list' | 'answer' | 'help' | 'oversee' | 'administer';

const rules = new Map(
  addresses
    .trim()
    .split('\n')
    .map((line) => {
      const [route = '', rule = ''] = line.split('|').map((cell) => cell.trim());
      return [route.replace(/\s+/g, ' '), rule as Rule] as const;
    }),
);

const kinds = [
  'agent',
  'senior',
  'accounts',
  'editor',
  'administrator',
  'portal person',
  'requester',
  'anonymous',
] as const;
type Kind = (typeof kinds)[number];

function mayEnter(kind: Kind, rule: Rule, subject: 'payments' | 'other'): boolean {
  if (kind === 'administrator') return true;
  if (rule === 'administer') return false;
  if (kind === 'senior') return true;
  if (kind === 'agent') return rule !== 'oversee';
  return kind === 'accounts' && (rule === 'list' || (rule === 'answer' && subject === 'payments'));
}

const isOurs = ({ address }: Route) => /^\/desk\/(tickets|replies|call-backs)(\/|$)/.test(address);
const nameOf = ({ method, address }: Route): string => `${method} ${address}`;

const portalOf = sharedPortal({ profile: 'clinic', wholeProfile: false });
const browsers = new Map<Kind, Browser>();
const references = { payments: '', other: '' };

beforeAll(async () => {
  const the = portalOf();
  for (const role of ['agent', 'senior', 'accounts', 'editor', 'administrator'] as const)
    browsers.set(role, (await atTheDesk(the, role)).desk);
  const amara = await the.addPerson();
  browsers.set('portal person', the.browser());
  await logIn(browsers.get('portal person') as Browser, amara);
  for (const subject of ['payments', 'other'] as const)
    references[subject] = (await addTicket(the, { subject, email: 'asha@fernhollow.example' })).reference;
  browsers.set('requester', await logInToTickets(the, 'asha@fernhollow.example'));
  browsers.set('anonymous', the.browser());
}, 120_000);

const someId = '01890000-0000-7000-8000-000000000000';

/** What a form would send: enough for an operation that forgot to ask to do something. */
const likely = {
  body: 'Words',
  note: 'Words',
  leaves: 'solved',
  writes: 'yes',
  name: 'A view',
  title: 'A reply',
  assignee: '',
  priority: 'low',
  tags: 'x',
};

const send = (
  browser: Browser,
  { method, address }: Route,
  subject: 'payments' | 'other',
): Promise<Answer> => {
  const at = address.replace(':reference', references[subject]).replace(':id', someId);
  return method === 'GET' ? browser.get(at) : browser.post(at, likely);
};

const isAway = ({ status, location = '' }: Answer): boolean =>
  status === 403 || /^\/log-in\/staff\?next=/.test(location);

test('every address of tickets at the desk stands in the table', () => {
  const ours = portalOf().routes.filter(isOurs).map(nameOf);
  expect(ours.filter((name) => !rules.has(name))).toEqual([]);
  expect([...rules.keys()].filter((name) => !ours.includes(name))).toEqual([]);
});

describe.each(['payments', 'other'] as const)('a ticket about %s', (subject) => {
  test.each(kinds)(
    '%s: who may not enter is turned away from every address, and changes nothing',
    async (kind) => {
      const the = portalOf();
      const refused = the.routes
        .filter(isOurs)
        .filter((route) => !mayEnter(kind, rules.get(nameOf(route)) ?? 'oversee', subject));
      const before = await countRows(the.needs.database);
      const wrong: unknown[] = [];
      for (const route of refused) {
        const answer = await send(browsers.get(kind) as Browser, route, subject);
        if (!isAway(answer)) wrong.push([nameOf(route), answer.status]);
      }
      expect(wrong).toEqual([]);
      // Who is turned away still uses their session.
      const after = { ...(await countRows(the.needs.database)), session: before.session };
      expect(after).toEqual(before);
    },
  );

  test.each(['agent', 'senior', 'accounts', 'administrator'] as const)(
    '%s: who may enter does, and nothing fails',
    async (kind) => {
      const the = portalOf();
      const wrong: unknown[] = [];
      for (const route of the.routes.filter(isOurs).filter(({ method }) => method === 'GET')) {
        // It never ends by itself; what it tells, a browser of the journeys sees.
        if (route.address.endsWith('/live')) continue;
        if (!mayEnter(kind, rules.get(nameOf(route)) ?? 'oversee', subject)) continue;
        const answer = await send(browsers.get(kind) as Browser, route, subject);
        if (isAway(answer) || answer.status >= 500) wrong.push([nameOf(route), answer.status]);
      }
      expect(wrong).toEqual([]);
    },
  );
});
