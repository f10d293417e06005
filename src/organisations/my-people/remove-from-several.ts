import { askFresh } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import { ask, loggedInTo } from '../../kernel/policy.ts';
import { inTransaction, type Queryable } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { type EndMemberNeeds, endMember } from '../members/end-member.ts';
import { countAdministrators, findMember } from '../members/member.store.ts';
import type { Member, MemberId, RemovalReason } from '../members/member.ts';
import { holdPersonHere, recordOf } from '../members/person-here.ts';
import { removePerson } from '../policy.ts';
import { looksAfterPeople } from '../roles/roles.ts';
import { type FoundMember, findMembers, findSamePerson } from './my-people.store.ts';
import { type MyPlace, scopeOf } from './my-places.ts';
import type { MyPeopleNeeds } from './read-my-people.ts';

export type RemoveFromSeveralNeeds = MyPeopleNeeds & EndMemberNeeds & { settings: Settings };

/** One of their people at one practice, reached by an organisation of theirs. */
export interface Held {
  place: MyPlace;
  found: FoundMember;
}

const foundAtMost = 200;

/** The people who fit what was typed, an address or words of a name: each once, with everywhere that they are. */
export async function findAmongMine(
  db: Queryable,
  places: readonly MyPlace[],
  typed: string,
): Promise<Held[][]> {
  const words = typed.split(/\s+/).filter(Boolean);
  const canonical = readEmailAddress(typed)?.canonical;
  const found = await findMembers(db, scopeOf(places), { canonical, words, atMost: foundAtMost });
  const persons = [...new Set(found.map(({ person }) => person))];
  return persons.map((person) =>
    reached(
      places,
      found.filter((one) => one.person === person),
    ),
  );
}

/** Everywhere that one of their people is, by what they are at one place; nobody else's people are found. */
export async function findEverywhere(
  db: Queryable,
  places: readonly MyPlace[],
  member: string,
): Promise<Held[]> {
  const found = isId(member) ? await findSamePerson(db, scopeOf(places), member as MemberId) : [];
  if (found.length === 0) throw new NotFound('member');
  return reached(places, found);
}

/** In the order of the places: by the practice where that is theirs, else by the branch. */
function reached(places: readonly MyPlace[], found: readonly FoundMember[]): Held[] {
  const placeOf = ({ practiceId, branchId }: FoundMember) =>
    places.find(({ organisation }) => organisation.id === practiceId) ??
    places.find(({ organisation }) => organisation.id === branchId);
  return places.flatMap((place) =>
    found.filter((one) => placeOf(one) === place).map((one) => ({ place, found: one })),
  );
}

export type RemovalPlan =
  | { outcome: 'ended' }
  | { outcome: 'already-ended' }
  /** They rank as high as the actor, or are the actor. */
  | { outcome: 'not-allowed' }
  | { outcome: 'last-administrator' };

export interface RemovedAt extends Held {
  plan: RemovalPlan;
}

/** What would happen at each place, if it were done now. */
export async function planRemoving(
  { database }: MyPeopleNeeds,
  actor: Actor | undefined,
  chosen: readonly Held[],
): Promise<RemovedAt[]> {
  ask(loggedInTo.portal, actor, undefined);
  const planned: RemovedAt[] = [];
  for (const held of chosen) planned.push({ ...held, plan: await planAt(database, actor, held) });
  return planned;
}

async function planAt(db: Queryable, actor: Actor, { place, found }: Held): Promise<RemovalPlan> {
  const member = await findMember(db, place.practice.id, found.id);
  if (!member || member.state === 'removed') return { outcome: 'already-ended' };
  if (!removePerson.allows(actor, recordOf(place, member))) return { outcome: 'not-allowed' };
  return (await isLast(db, member)) ? { outcome: 'last-administrator' } : { outcome: 'ended' };
}

const isLast = async (db: Queryable, { id, organisationId, state, roles }: Member): Promise<boolean> =>
  state === 'active' && looksAfterPeople(roles) && (await countAdministrators(db, organisationId, id)) === 0;

export interface RemovalFromSeveral {
  because: RemovalReason;
  note: string;
}

/** Ends somebody's access at each place, one at a time: what cannot be done at one stops none of the others. Safe to repeat. */
export async function removeFromSeveral(
  needs: RemoveFromSeveralNeeds,
  actor: Actor | undefined,
  chosen: readonly Held[],
  removal: RemovalFromSeveral,
): Promise<RemovedAt[]> {
  ask(loggedInTo.portal, actor, undefined);
  askFresh(needs, actor);
  const done: RemovedAt[] = [];
  for (const held of chosen) done.push({ ...held, plan: await removeAt(needs, actor, held, removal) });
  return done;
}

const removeAt = (
  needs: RemoveFromSeveralNeeds,
  actor: Actor,
  { place, found }: { place: MyPlace; found: { id: MemberId } },
  { because, note }: RemovalFromSeveral,
) =>
  inTransaction(needs.database, async (tx): Promise<RemovalPlan> => {
    const address = { code: place.organisation.code, id: found.id };
    const { by, here, member, of } = await holdPersonHere(needs, tx, actor, address);
    if (!by || !removePerson.allows(by, of)) return { outcome: 'not-allowed' };
    return endMember(needs, tx, { practice: here.practice, member, by, because, note });
  });
