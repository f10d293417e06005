import type { Actor } from '../../kernel/actor.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import type { Database, Queryable } from '../../platform/database/database.ts';
import { findHere, type Here, type HereNeeds } from '../here.ts';
import { asMember, selectMembers } from '../members/member.store.ts';
import { asToldTo, type Member, type MemberId, type MemberState } from '../members/member.ts';
import { listMemberFacts, type MemberFacts } from '../members/member-facts.store.ts';
import { listBranches } from '../places/branch.store.ts';
import { type Closed, findClosed } from '../places/find-closed.ts';
import { addPeople, seePeople } from '../policy.ts';
import { countByState, findPeople, type PeopleScope } from './list-people.store.ts';
import { type PeopleQuery, readPeopleQuery } from './people-query.ts';

export interface ListPeopleNeeds extends HereNeeds {
  database: Database;
}

export interface ListedPerson {
  member: Member;
  facts: MemberFacts;
}

export interface PeopleList {
  here: Here;
  query: PeopleQuery;
  people: ListedPerson[];
  total: number;
  pages: number;
  /** Of everybody here, whatever is looked for. */
  counts: Record<MemberState, number>;
  branches: { code: string; name: string }[];
  closed: Closed | undefined;
  mayAdd: boolean;
  now: Date;
  today: string;
}

export const perPage = 50;

/** One page of the people of an organisation, as whoever administers anything there sees them. */
export async function listPeople(
  needs: ListPeopleNeeds,
  actor: Actor | undefined,
  code: string,
  given: unknown,
): Promise<PeopleList> {
  const { database: db } = needs;
  const here = await findHere(needs, db, code);
  ask(seePeople, actor, here);
  const scope = scopeOf(actor, here);
  const asked = readPeopleQuery(given, here.services);
  const found = await findPeople(db, scope, asked, { from: (asked.page - 1) * perPage, atMost: perPage });
  const isPast = found.ids.length === 0 && asked.page > 1;
  const query = isPast ? { ...asked, page: 1 } : asked;
  const { ids, total } = isPast ? await findPeople(db, scope, query, { from: 0, atMost: perPage }) : found;
  const now = needs.clock.now();
  return {
    here,
    query,
    people: await readPeople(db, ids, actor.subject),
    total,
    pages: Math.ceil(total / perPage),
    counts: await countByState(db, scope),
    branches: scope.branchId ? [] : await listBranches(db, here.practice.id),
    closed: await findClosed(db, here),
    mayAdd: addPeople.allows(actor, here),
    now,
    today: dayAt(now, needs.settings.service.timeZone),
  };
}

/** Who administers one branch alone sees nobody who is not limited to it. */
export const scopeOf = (actor: Actor, { place, services, practice }: Here): PeopleScope => ({
  practiceId: practice.id,
  branchId: place.branchId,
  withWholePractice: seePeople.allows(actor, { place: { ...place, branchId: undefined }, services }),
});

/** In the order of their ids. */
export async function readPeople(
  db: Queryable,
  ids: readonly MemberId[],
  reader: AccountId,
): Promise<ListedPerson[]> {
  if (ids.length === 0) return [];
  const rows = await selectMembers(db).where('member.id', 'in', ids).execute();
  const members = new Map(rows.map((row) => [row.id, asMember(row)]));
  const facts = await listMemberFacts(db, ids);
  return ids.flatMap((id) => {
    const [member, around] = [members.get(id), facts.get(id)];
    return member && around ? [{ member: asToldTo(reader, member), facts: around }] : [];
  });
}
