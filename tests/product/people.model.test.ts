import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { closeAccount } from '../../src/identity/close-account/close-account.ts';
import { deactivateAccount } from '../../src/identity/index.ts';
import { type Actor, actingForThemselves } from '../../src/kernel/actor.ts';
import { dayAt } from '../../src/kernel/calendar-day.ts';
import { after, days, hours } from '../../src/kernel/duration.ts';
import { readEmailAddress } from '../../src/kernel/email-address.ts';
import { NotAllowed, NotFound } from '../../src/kernel/endings.ts';
import type { AccountId, OrganisationId } from '../../src/kernel/ids.ts';
import { acceptInvitation } from '../../src/organisations/accept-invitation/accept-invitation.ts';
import { changeDetails } from '../../src/organisations/change-person/change-details.ts';
import { changeRoles, rolesBasis } from '../../src/organisations/change-person/change-roles.ts';
import { detailsBasis, detailsOf } from '../../src/organisations/change-person/details.ts';
import { createUser } from '../../src/organisations/create-user/create-user.ts';
import { answerHandover } from '../../src/organisations/hand-over/answer-handover.ts';
import { offerHandover, withdrawHandover } from '../../src/organisations/hand-over/offer-handover.ts';
import { sayLeft } from '../../src/organisations/has-left/say-left.ts';
import { listHeldRoles } from '../../src/organisations/here.store.ts';
import { endLeave, startLeave } from '../../src/organisations/leave/leave.ts';
import {
  asMember,
  countAdministrators,
  selectMembers,
} from '../../src/organisations/members/member.store.ts';
import type { Member } from '../../src/organisations/members/member.ts';
import { removePerson } from '../../src/organisations/remove-person/remove-person.ts';
import { restorePerson } from '../../src/organisations/remove-person/restore-person.ts';
import { undoRemoval } from '../../src/organisations/remove-person/undo-removal.ts';
import { allRoles, isRole, mayGive, type RoleName, roleKey } from '../../src/organisations/roles/roles.ts';
import { actorOf } from '../support/actor-of.ts';
import { atTheDesk } from '../support/at-the-desk.ts';
import { eachCase } from '../support/each-case.ts';
import type { AtEnd } from '../support/empty-database.ts';
import { type Portal, portal } from '../support/portal.ts';
import { type AddedPerson, addBranch } from '../support/portal-people.ts';
import fc from '../support/properties.ts';

const practice = 'Z90001';
const branch = 'Z90001001';
const elsewhere = 'Z90002';

/** What can be done, and how often of a hundred; what ends accounts comes seldom, so that there is somebody left to act. */
const often = {
  invites: 14,
  accepts: 12,
  'changes roles': 14,
  removes: 9,
  undoes: 6,
  restores: 6,
  'sends on leave': 7,
  'brings back': 5,
  'offers the role': 6,
  'accepts the role': 6,
  'withdraws the offer': 1,
  'sets an end': 4,
  'says they left': 3,
  'is deactivated': 2,
  'closes their account': 2,
  'time passes': 3,
};
type Kind = keyof typeof often;
const kinds = Object.keys(often) as Kind[];

interface Step {
  kind: Kind;
  by: number;
  whom: number;
  roles: number;
  days: number;
}

const stepOf = (some: Kind[]) =>
  fc.record<Step>({
    kind: fc.oneof(...some.map((kind) => ({ weight: often[kind], arbitrary: fc.constant(kind) }))),
    by: fc.nat(7),
    whom: fc.nat(9),
    roles: fc.nat(255),
    days: fc.integer({ min: 1, max: 20 }),
  });
const step = stepOf(kinds);
const timeless = stepOf(kinds.filter((kind) => kind !== 'time passes'));

/** One step alone, or two at the same moment; time passes for everybody. */
const moment = fc.oneof(
  { weight: 3, arbitrary: step.map((one) => [one]) },
  { weight: 2, arbitrary: fc.tuple(timeless, timeless).map((two) => [...two]) },
);

test('[P7 P12 P13 P18] whatever is done in whatever order, also at once: nobody has a role that nobody could give them, no limit is passed, and people are never left with nobody and no task', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(moment, { minLength: 10, maxLength: 18 }),
      eachCase(async (moments, atEnd) => {
        const world = await begin(atEnd);
        for (const steps of moments) {
          const before = await look(world);
          await Promise.all(steps.map((one) => take(world, one)));
          await judge(world, before, steps);
        }
        await world.the.runDue();
        await judgeSettled(world);
      }),
    ),
    { numRuns: 16, endOnFailure: true },
  );
}, 240_000);

interface World {
  the: Portal;
  cast: AddedPerson[];
  staff: Actor;
}

/** Of every sort somebody, and two who belong nowhere yet. */
async function begin(atEnd: AtEnd): Promise<World> {
  const the = await portal({ profile: 'primary-care', atEnd });
  await the.addPerson({ name: 'First Comer', roles: { [practice]: ['portal/member'] } });
  await addBranch(the, branch, practice);
  const cast = [
    await the.addPerson({ name: 'Main Contact', mainContactOf: practice }),
    await the.addPerson({
      name: 'Deputy One',
      roles: { [practice]: ['portal/deputy', 'supplies/order-clerk'] },
    }),
    await the.addPerson({ name: 'Payments Chief', roles: { [practice]: ['payments/administrator'] } }),
    await the.addPerson({ name: 'Branch Deputy', roles: { [branch]: ['portal/deputy'] } }),
    await the.addPerson({ name: 'Order Clerk', roles: { [practice]: ['supplies/order-clerk'] } }),
    await the.addPerson({ name: 'Other Contact', mainContactOf: elsewhere }),
    await the.addPerson({ name: 'New Comer' }),
    await the.addPerson({ name: 'Newer Comer' }),
  ];
  const { desk } = await atTheDesk(the);
  const staff = await actorOf(the, desk, 'support');
  if (!staff) throw new Error('staff are not logged in');
  return { the, cast, staff };
}

/** As a request of theirs at this moment would be judged, had they just logged in. */
async function actorFor({ the: { needs } }: World, { id, name }: AddedPerson): Promise<Actor> {
  const now = needs.clock.now();
  return actingForThemselves({
    accountId: id,
    name,
    realm: 'portal',
    language: undefined,
    sessionId: needs.ids.next(),
    authenticatedAt: now,
    factorProvenAt: undefined,
    sessionEnds: { idleAt: after(now, hours(1)), atLatest: after(now, hours(1)) },
    roles: await listHeldRoles(needs.database, id),
    organisation: undefined,
  });
}

const listMembers = async ({ the }: World): Promise<Member[]> =>
  (await selectMembers(the.needs.database).orderBy('member.id').execute()).map(asMember);

const likelyState: Partial<Record<Kind, Member['state']>> = {
  undoes: 'removed',
  restores: 'removed',
  'brings back': 'on-leave',
};

/** Mostly somebody who may: what nobody may do shows nothing. */
const administrators = [0, 1, 2, 3, 5, 0, 1, 4];
const ofAnybody: Kind[] = ['says they left', 'is deactivated', 'closes their account', 'accepts'];
const whoTakes = (kind: Kind, by: number): number =>
  ofAnybody.includes(kind) ? by : (administrators[by] ?? 0);

function ignoreRefusal(problem: unknown): void {
  if (!(problem instanceof NotAllowed || problem instanceof NotFound)) throw problem;
}

/** What may not be done throws so, and is no news; everything else must have an outcome. */
async function take(world: World, one: Step): Promise<void> {
  await act(world, one).catch(ignoreRefusal);
}

async function act(world: World, { kind, by, whom, roles: chosen, days: count }: Step): Promise<unknown> {
  const { the, cast, staff } = world;
  const { needs } = the;
  const taker = whoTakes(kind, by);
  const person = cast[taker] as AddedPerson;
  const actor = await actorFor(world, person);
  const members = await listMembers(world);
  const likely = members.filter(({ state }) => state === (likelyState[kind] ?? 'active'));
  const member = (likely[whom % likely.length] ?? members[whom % members.length]) as Member;
  const code = taker === 5 ? elsewhere : taker === 3 ? branch : practice;
  const address = { code, id: member.id };
  const all: RoleName[] = allRoles(the.settings.organisations.services);
  const wished = all.filter((_, at) => (chosen >> (at % 8)) % 2 === 1);
  const { services } = the.settings.organisations;
  const possible = wished.filter((role) => mayGive(services, actor.person.roles, role, { toSelf: false }));
  const roles = (whom % 4 === 0 ? wished : possible).slice(0, 3);
  const day = dayAt(after(needs.clock.now(), days(count)), 'Europe/London');
  switch (kind) {
    case 'invites': {
      const { name: fullName, email: typed } = cast[
        whom % 3 === 0 ? whom % cast.length : 6 + (whom % 2)
      ] as AddedPerson;
      const email = readEmailAddress(typed);
      const branchId =
        taker === 3 ? (actor.person.roles[0]?.organisationId as OrganisationId | undefined) : undefined;
      const none = { jobTitle: '', phone: undefined, startsOn: undefined, endsOn: undefined, seen: '' };
      return email && createUser(needs, actor, code, { fullName, email, branchId, roles, ...none });
    }
    case 'accepts': {
      const invited = members.filter(({ state }) => state === 'invited')[whom % 2];
      const owner = cast.find(({ email }) => email === invited?.email);
      return (
        invited && owner && acceptInvitation(needs, await actorFor(world, owner), { id: invited.id }, 'en')
      );
    }
    case 'changes roles':
      return changeRoles(needs, actor, { ...address, chosen: roles, basis: rolesBasis(member) });
    case 'removes':
      return removePerson(needs, actor, { ...address, because: 'left', note: '' });
    case 'undoes':
      return undoRemoval(needs, actor, address);
    case 'restores':
      return restorePerson(needs, actor, { ...address, roles });
    case 'sends on leave':
      return startLeave(needs, actor, { ...address, returnsOn: day });
    case 'brings back':
      return endLeave(needs, actor, address);
    case 'offers the role':
      return offerHandover(needs, actor, { code, to: member.id, afterwards: 'deputy' });
    case 'accepts the role':
      return Promise.all(
        cast.slice(whom % 2, 5).map(async (one) => {
          const offered = await actorFor(world, one);
          return answerHandover(needs, offered, { code: practice, accepts: true }).catch(ignoreRefusal);
        }),
      );
    case 'withdraws the offer':
      return withdrawHandover(needs, actor, code);
    case 'sets an end': {
      const details = { ...detailsOf(member), endsOn: day };
      return changeDetails(needs, actor, { ...address, ...details, basis: detailsBasis(member) });
    }
    case 'says they left':
      return sayLeft(needs, actor, { code, endNow: true });
    case 'is deactivated':
      return deactivateAccount(needs, staff, { accountId: person.id, reason: 'A check.' });
    case 'closes their account':
      return (await isActive(world, person.id)) && closeAccount(needs, actor);
    case 'time passes':
      return pass(world, count);
  }
}

const isActive = async ({ the }: World, id: AccountId): Promise<boolean> =>
  (await the.needs.database.selectFrom('account').select('state').where('id', '=', id).executeTakeFirst())
    ?.state === 'active';

async function pass({ the }: World, count: number): Promise<void> {
  the.clock.advance(days(count));
  await the.runDue();
}

interface GivenRole extends RoleName {
  memberId: string;
  accountId: AccountId | null;
  givenBy: AccountId | null;
  practiceId: OrganisationId;
  branchId: OrganisationId | null;
}

interface Seen {
  given: GivenRole[];
  /** What everybody may do, by account. */
  held: Map<AccountId, Actor['person']['roles']>;
}

async function look({ the, cast }: World): Promise<Seen> {
  const { database } = the.needs;
  const { rows } = await sql<GivenRole>`
    SELECT r.member_id AS "memberId", m.account_id AS "accountId", r.given_by AS "givenBy", r.service, r.role,
           m.organisation_id AS "practiceId", m.branch_id AS "branchId"
      FROM member_role r JOIN member m ON m.id = r.member_id
  `.execute(database);
  const held = new Map<AccountId, Actor['person']['roles']>();
  for (const { id } of cast) held.set(id, await listHeldRoles(database, id));
  return { given: rows, held };
}

const keyOf = (one: GivenRole) => `${one.memberId} ${roleKey(one)}`;

async function judge(world: World, before: Seen, steps: Step[]): Promise<void> {
  const now = await look(world);
  expect(await beyondLimits(world)).toEqual([]);
  expect(await differences(world)).toEqual([]);
  const known = new Set(before.given.map(keyOf));
  const passesOn = steps.some(({ kind }) => kind === 'accepts the role');
  const wrong = now.given
    .filter((one) => !known.has(keyOf(one)))
    .filter((one) => !(passesOn && isPassedOn(one)) && !couldGive(world, before, one));
  expect([steps, wrong]).toEqual([steps, []]);
}

/** With the acceptance the role passes on, and whoever gave it stays as deputy. */
const isPassedOn = (one: GivenRole) =>
  ['main-contact', 'deputy'].some((role) => isRole({ service: 'portal', role })(one));

function couldGive({ the }: World, { held }: Seen, one: GivenRole): boolean {
  const { services } = the.settings.organisations;
  const there = (one.givenBy ? (held.get(one.givenBy) ?? []) : []).filter(
    ({ organisationId }) => organisationId === one.practiceId || organisationId === one.branchId,
  );
  return mayGive(services, there, one, { toSelf: one.accountId !== null && one.accountId === one.givenBy });
}

/** Roles that more people of a practice have, or will have, than the settings allow. */
async function beyondLimits({ the }: World) {
  const { rows } = await sql<RoleName & { practice: string; count: number }>`
    SELECT m.organisation_id AS practice, r.service, r.role, count(*)::int AS count
      FROM member m JOIN member_role r ON r.member_id = m.id WHERE m.state <> 'removed' GROUP BY 1, 2, 3
  `.execute(the.needs.database);
  const rules = allRoles(the.settings.organisations.services);
  return rows.filter((row) => row.count > (rules.find(isRole(row))?.atMost ?? Number.POSITIVE_INFINITY));
}

/** Where what somebody may do does not follow from what is written down about them. */
async function differences({ the }: World) {
  const { rows } = await sql`
    WITH due AS (
      SELECT m.account_id, coalesce(m.branch_id, m.organisation_id) AS organisation_id, r.service, r.role
        FROM member m JOIN member_role r ON r.member_id = m.id WHERE m.account_id IS NOT NULL AND m.state = 'active'),
    held AS (SELECT account_id, organisation_id, service, role FROM membership WHERE ended_at IS NULL AND service <> 'support')
    (TABLE due EXCEPT TABLE held) UNION ALL (TABLE held EXCEPT TABLE due)
  `.execute(the.needs.database);
  return rows;
}

/** A practice with people has somebody who looks after them, or staff have a task about it. */
async function judgeSettled({ the }: World): Promise<void> {
  const { database } = the.needs;
  const { rows } = await sql<{ id: OrganisationId; code: string; task: boolean }>`
    SELECT o.id, o.code, EXISTS (SELECT FROM staff_task t WHERE t.organisation_id = o.id AND t.kind = 'no-administrator'
                                   AND t.done_at IS NULL) AS task
      FROM organisation o WHERE o.registered_at IS NOT NULL AND EXISTS (SELECT FROM member m WHERE m.organisation_id = o.id)
  `.execute(database);
  expect(rows.length).toBe(2);
  for (const { id, code, task } of rows)
    expect([code, task]).toEqual([code, (await countAdministrators(database, id, null)) === 0]);
}
