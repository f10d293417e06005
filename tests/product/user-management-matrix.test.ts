import { describe, expect, test } from 'vitest';
import type { Route } from '../../src/platform/http/index.ts';
import { type ActorKind, actorKinds, everybodyThere, type Somebody } from '../support/everybody-there.ts';
import { type Portal, portal } from '../support/portal.ts';
import type { Answer } from '../support/portal-browser.ts';
import { changing, inPlaces, letters, read } from '../support/who-may.ts';
import { countRows } from './count-rows.ts';

/**
 * Every address of user management, and which column of the tables of `who-may.ts` says who gets in. `change` is about the
 * person whom the address names, `whole …` asks for all of the practice, and `add somewhere` for any place of it. A new address without a line here fails.
 */
const addresses = `
  GET  /organisations/:code                              | act
  GET  /organisations/:code/users                        | see
  POST /organisations/:code/users.csv                    | see
  GET  /organisations/:code/users/new                    | add somewhere
  POST /organisations/:code/users/new                    | add somewhere
  GET  /organisations/:code/users/import                 | see
  POST /organisations/:code/users/import                 | add
  GET  /organisations/:code/users/import/template.csv    | see
  GET  /organisations/:code/users/import/:id             | see
  POST /organisations/:code/users/import/:id             | add
  GET  /organisations/:code/users/import/:id/report.csv  | see
  GET  /organisations/:code/users/:id                    | see
  GET  /organisations/:code/users/:id/invitation         | change
  POST /organisations/:code/users/:id/invitation         | change
  GET  /organisations/:code/users/:id/details            | change
  POST /organisations/:code/users/:id/details            | change
  GET  /organisations/:code/users/:id/roles              | see
  POST /organisations/:code/users/:id/roles              | see
  GET  /organisations/:code/users/:id/remove             | change
  POST /organisations/:code/users/:id/remove             | change
  GET  /organisations/:code/users/:id/undo               | change
  POST /organisations/:code/users/:id/undo               | change
  GET  /organisations/:code/users/:id/restore            | change
  POST /organisations/:code/users/:id/restore            | change
  GET  /organisations/:code/users/:id/leave              | change
  POST /organisations/:code/users/:id/leave              | change
  GET  /organisations/:code/users/:id/return             | change
  POST /organisations/:code/users/:id/return             | change
  GET  /organisations/:code/users/:id/reactivate         | change
  POST /organisations/:code/users/:id/reactivate         | change
  GET  /organisations/:code/users/:id/has-left           | see
  POST /organisations/:code/users/:id/has-left           | see
  GET  /organisations/:code/requests                     | decide
  GET  /organisations/:code/requests/:id                 | decide
  POST /organisations/:code/requests/:id                 | decide
  GET  /organisations/:code/requests/:id/refuse          | decide
  POST /organisations/:code/requests/:id/refuse          | decide
  GET  /organisations/:code/main-contact-requests/:id    | whole decide
  POST /organisations/:code/main-contact-requests/:id    | whole decide
  GET  /organisations/:code/review                       | whole review
  POST /organisations/:code/review                       | whole review
  GET  /organisations/:code/review/:id                   | whole review
  GET  /organisations/:code/review/finish                | whole review
  POST /organisations/:code/review/finish                | whole review
  GET  /organisations/:code/leavers                      | act
  GET  /organisations/:code/leavers/:id                  | decide
  POST /organisations/:code/leavers/:id                  | decide
  GET  /organisations/:code/leavers/me                   | act
  POST /organisations/:code/leavers/me                   | act
  GET  /organisations/:code/leavers/someone              | act
  POST /organisations/:code/leavers/someone              | act
  GET  /organisations/:code/leavers/sent                 | act
  GET  /organisations/:code/handover                     | act
  POST /organisations/:code/handover                     | hand over
  POST /organisations/:code/handover/withdraw            | hand over
  POST /organisations/:code/handover/answer              | act
  GET  /my-people                                        | logged in
  GET  /my-people/add                                    | logged in
  POST /my-people/add                                    | logged in
  POST /my-people/add/confirm                            | logged in
  GET  /my-people/remove                                 | logged in
  POST /my-people/remove                                 | logged in
  POST /my-people/remove/confirm                         | logged in
  GET  /organisations/mine                               | logged in
  GET  /account/invitations                              | logged in
  GET  /account/invitations/:id                          | logged in
  POST /account/invitations/:id                          | logged in
  GET  /account/invitations/:id/refuse                   | logged in
  POST /account/invitations/:id/refuse                   | logged in
  GET  /invitation                                       | anyone
  POST /invitation                                       | anyone
  GET  /invitation/refuse                                | anyone
  POST /invitation/refuse                                | anyone
  POST /invitation/code                                  | anyone
  POST /invitation/again                                 | anyone
`;

const rules = new Map(
  addresses
    .trim()
    .split('\n')
    .map((line) => {
      const [route = '', rule = ''] = line.split('|').map((cell) => cell.trim());
      return [route.replace(/\s+/g, ' '), rule] as const;
    }),
);

const nameOf = ({ method, address }: Route): string => `${method} ${address}`;
const isOurs = ({ address }: Route) =>
  /^\/(organisations|my-people|invitation|account\/invitations)(\/|$)/.test(address);

const inPlace = read(inPlaces);
const mayChange = read(changing);

/** One address with everything filled in: where it points, and to what. */
interface Asked {
  route: Route;
  address: string;
  /** The letter of the organisation in the address, and of the one that what it names belongs to. */
  at: Letter;
  is: Letter;
}

type Letter = keyof typeof letters;
const both = ['P', 'O'] as const;
/** A person of the place itself, of a branch, of the whole practice, of another branch, and of another practice. */
const pairs = [
  ['P', 'P'],
  ['P', 'B'],
  ['B', 'B'],
  ['B', 'P'],
  ['B', 'S'],
  ['P', 'O'],
] as const;

/** A branch sees its own people and those of the whole practice; the practice sees everybody's. */
const isShownAt = (at: Letter, is: Letter): boolean =>
  is === at || (at === 'P' && is !== 'O') || (is === 'P' && at !== 'O');

/** What stands at the organisation that it belongs to, and nowhere below it. */
const ofOnePlace = /\/:code\/requests\/:id|\/import\/:id/;

const mayEnter = (who: ActorKind, asked: Asked): boolean =>
  isAllowed(who, rules.get(nameOf(asked.route)), asked);

function isAllowed(who: ActorKind, rule: string | undefined, { route, at, is }: Asked): boolean {
  const may = (column: string, letter: Letter) => inPlace[who]?.[column]?.includes(letter) ?? false;
  if (at !== is && ofOnePlace.test(route.address)) return false;
  switch (rule) {
    case 'anyone':
      return true;
    case 'logged in':
      return who !== 'nobody' && !isAtTheDesk(who) && who !== 'main contact who was deactivated';
    case 'change':
      return may('see', at) && isShownAt(at, is) && (mayChange[who]?.member?.includes(is) ?? false);
    case 'add somewhere':
      return (at === 'O' ? ['O'] : ['P', 'B', 'S']).some((letter) => may('add', letter as Letter));
    case 'whole review':
    case 'whole decide':
      return may(rule.slice('whole '.length), at === 'O' ? 'O' : 'P') && isShownAt(at, is);
    default:
      return may(rule ?? '', at) && may(rule ?? '', is) && isShownAt(at, is);
  }
}

const isAtTheDesk = (who: ActorKind) => who === 'support agent' || who === 'support administrator';

describe('user management through its pages', () => {
  test('every address has a line in the table, and every line an address', async () => {
    const { routes } = await portal({ profile: 'primary-care' });
    const ours = routes.filter(isOurs).map(nameOf);
    expect(ours.filter((name) => !rules.has(name))).toEqual([]);
    expect([...rules.keys()].filter((name) => !ours.includes(name))).toEqual([]);
  });

  test('[P12 P13 P18] whoever may not enter is turned away from every address, whatever it names, and changes nothing', async () => {
    const { the, there, asked } = await inhabited();
    const before = await whatIsKept(the);
    const wrong: string[] = [];
    for (const one of asked)
      for (const who of actorKinds.filter((kind) => !mayEnter(kind, one))) {
        const answer = await send(there[who], one);
        if (!isTurnedAway(answer, who, one) || /Ottilie/.test(answer.text))
          wrong.push(said(one, who, answer));
      }
    expect(wrong).toEqual([]);
    expect(await whatIsKept(the)).toEqual(before);
  });

  test('[P12 P13 P18] whoever may enter gets the page, and is refused nothing that the table gives them', async () => {
    const { there, asked } = await inhabited();
    const wrong: string[] = [];
    for (const method of ['GET', 'POST'])
      for (const one of asked.filter(({ route }) => route.method === method))
        for (const who of actorKinds.filter((kind) => mayEnter(kind, one))) {
          const answer = await send(there[who], one);
          if (!isLetIn(answer, method)) wrong.push(said(one, who, answer));
        }
    expect(wrong).toEqual([]);
  });
});

/** An empty form is shown again to whoever may see its page, and to nobody else. */
function isTurnedAway({ status, location }: Answer, who: ActorKind, one: Asked): boolean {
  if (status === 403 || status === 404 || location?.startsWith('/log-in')) return true;
  if (one.at !== one.is && location === `/organisations/${letters[one.at]}/leavers`) return true;
  const page = `GET ${one.route.address}`;
  return status === 422 && rules.has(page) && isAllowed(who, rules.get(page), one);
}

/** What was not filled in right is no refusal, and after some changes there is nothing left to change. */
const isLetIn = ({ status, location }: Answer, method: string): boolean =>
  !location?.startsWith('/log-in') &&
  (method === 'GET' ? [200, 303, 410].includes(status) : status < 500 && status !== 403);

const said = ({ route, at, is }: Asked, who: ActorKind, { status, location }: Answer): string =>
  [nameOf(route), `${at}${is}`, who, status, location ?? ''].join(' · ');

const send = ({ browser }: Somebody, { route, address }: Asked) =>
  route.method === 'GET' ? browser.get(address) : browser.post(address);

/** Everybody, and in both practices something at every address. */
async function inhabited() {
  const the = await portal({ profile: 'primary-care' });
  const there = await everybodyThere(the);
  const members = await membersOf(the);
  const known = { P: await inhabit(the, letters.P), O: await inhabit(the, letters.O) };
  const asked = the.routes.filter(isOurs).flatMap((route) => fill(route, members, known));
  return { the, there, asked, members, known };
}

type Known = Record<'requests' | 'main-contact-requests' | 'leavers' | 'review' | 'import', string>;

/** Every combination of where the address points and whose the thing is that it names. */
function fill(route: Route, members: Record<Letter, string>, known: Record<'P' | 'O', Known>): Asked[] {
  const { address } = route;
  const all = Object.keys(letters) as Letter[];
  const filled = (at: Letter, is: Letter, id: string): Asked => ({
    route,
    at,
    is,
    address: address.replace(':code', letters[at]).replace(':id', id),
  });
  if (address.includes('/users/:id')) return pairs.map(([at, is]) => filled(at, is, members[is]));
  const kind = /\/(requests|main-contact-requests|leavers|review|import)\/:id/.exec(address)?.[1] as
    | keyof Known
    | undefined;
  if (kind)
    return (['P', 'O', 'B'] as const).flatMap((at) => both.map((is) => filled(at, is, known[is][kind])));
  if (address.includes(':id')) return [];
  return address.includes(':code') ? all.map((at) => filled(at, at, '')) : [filled('P', 'P', '')];
}

async function membersOf({ needs: { database } }: Portal): Promise<Record<Letter, string>> {
  const rows = await database
    .selectFrom('member')
    .innerJoin('organisation', (join) =>
      join.on((eb) =>
        eb(eb.fn.coalesce('member.branch_id', 'member.organisation_id'), '=', eb.ref('organisation.id')),
      ),
    )
    .select(['member.id', 'organisation.code'])
    .where('member.full_name', 'like', 'Ottilie%')
    .execute();
  const idAt = (code: string) => rows.find((row) => row.code === code)?.id ?? '';
  return { P: idAt(letters.P), B: idAt(letters.B), S: idAt(letters.S), O: idAt(letters.O) };
}

/** A request, a word about a leaver, a review and a file, so that their addresses name something. */
async function inhabit({ needs: { database, ids, clock } }: Portal, code: string): Promise<Known> {
  const { id: organisation } = await database
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  const known = {
    'main-contact-requests': ids.next(),
    requests: ids.next(),
    leavers: ids.next(),
    review: ids.next(),
    import: ids.next(),
  };
  const shared = { organisation_id: organisation };
  const now = clock.now();
  const email = { email_typed: 'ottilie@else.example', email_canonical: 'ottilie@else.example' };
  await database
    .insertInto('access_request')
    .values({ ...shared, ...email, id: known.requests, full_name: 'Ottilie Asks', created_at: now })
    .execute();
  const asked = {
    ...shared,
    ...email,
    full_name: 'Ottilie Wishes',
    language: 'en',
    reason: 'Ottilie says.',
    created_at: now,
  };
  const authoriser = {
    authoriser: 'gp-partner',
    authoriser_name: 'Ottilie Partner',
    reference: ids.reference(),
  };
  await database
    .insertInto('main_contact_request')
    .values({ ...asked, ...authoriser, id: known['main-contact-requests'], state: 'waiting' })
    .execute();
  await database
    .insertInto('leaver_report')
    .values({ ...shared, id: known.leavers, leaver_name: 'Ottilie Gone', is_own: false, created_at: now })
    .execute();
  await database
    .insertInto('access_review')
    .values({ ...shared, id: known.review, opened_at: now, due_at: now, finished_at: now })
    .execute();
  await database
    .insertInto('people_import')
    .values({ ...shared, id: known.import, file_name: 'Ottilie.csv', state: 'preview', created_at: now })
    .execute();
  return known;
}

/** That somebody was there, and how often, is kept without anything having changed. */
const ofVisits = ['session', 'limit_count', 'kept_form', 'membership', 'device'];

const whatIsKept = async ({ needs }: Portal) =>
  Object.fromEntries(
    Object.entries(await countRows(needs.database)).filter(([table]) => !ofVisits.includes(table)),
  );
