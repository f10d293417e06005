import { type Audit, recordListing } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { readEmailAddress } from '../../../kernel/email-address.ts';
import { ask } from '../../../kernel/policy.ts';
import { readOrganisationCode, searchText } from '../../../organisations/index.ts';
import type { Database } from '../../../platform/database/database.ts';
import { deskStaff } from '../../policy.ts';
import {
  type FoundPerson,
  findPersonByAddress,
  type PeopleQuery,
  searchPeople,
  searchPeopleNearly,
} from './find-people.store.ts';

/** More than anybody reads through while somebody waits on the telephone. */
export const mostShown = 50;
const shortest = 2;

export type FindPeopleOutcome =
  | { outcome: 'too-short' }
  | { outcome: 'nobody' }
  /** `nearly`: nobody is spelt so, and these names come near. */
  | { outcome: 'found'; people: FoundPerson[]; more: boolean; nearly: boolean };

export interface FindPeopleNeeds {
  audit: Audit;
  database: Database;
}

/**
 * Finds people by what they say of themselves: a name, an address or part of one, a username, an organisation. Who was
 * shown is on record.
 */
export async function findPeople(
  needs: FindPeopleNeeds,
  actor: Actor | undefined,
  typed: string,
): Promise<FindPeopleOutcome> {
  ask(deskStaff, actor, undefined);
  const result = await search(needs.database, typed);
  if (result.outcome === 'found')
    await recordListing(needs, actor, {
      action: 'people-listed',
      asked: { nearly: result.nearly, more: result.more },
      shown: result.people.map(({ id }) => id),
    });
  return result;
}

async function search(database: Database, typed: string): Promise<FindPeopleOutcome> {
  const query = queryFor(typed);
  if (query.part.length < shortest) return { outcome: 'too-short' };
  const address = readEmailAddress(typed)?.canonical;
  const owner = address ? await findPersonByAddress(database, address) : [];
  if (owner.length > 0) return found(owner, false);
  const exact = await searchPeople(database, query, mostShown + 1);
  if (exact.length > 0) return found(exact, false);
  const near = await searchPeopleNearly(database, query.words.join(' '), mostShown + 1);
  return near.length > 0 ? found(near, true) : { outcome: 'nobody' };
}

const found = (people: FoundPerson[], nearly: boolean): FindPeopleOutcome => ({
  outcome: 'found',
  people: people.slice(0, mostShown),
  more: people.length > mostShown,
  nearly,
});

function queryFor(typed: string): PeopleQuery {
  const text = typed.normalize('NFKC').trim().slice(0, 200);
  const read = readOrganisationCode(text);
  return {
    words: searchText(text).split(' ').filter(Boolean).slice(0, 8),
    part: text.toLowerCase(),
    code: read.outcome === 'code' ? read.code : undefined,
  };
}
