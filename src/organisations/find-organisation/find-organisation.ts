import type { Organisation } from '../places/organisation.ts';
import {
  type FindByCodeOutcome,
  type FindOrganisationNeeds,
  findOrganisationByCode,
} from '../places/organisation-by-code.ts';
import { searchText } from '../places/search-text.ts';
import { searchByName, searchByPostcode } from './find-organisation.store.ts';
import { looksLikeCode, readPostcode } from './what-was-typed.ts';

export type FindOutcome =
  | FindByCodeOutcome
  | { outcome: 'listed'; found: Organisation[]; areMore: boolean }
  | { outcome: 'none' };

/** One box for a unique ID, a name or a postcode. */
export async function findOrganisation(needs: FindOrganisationNeeds, typed: string): Promise<FindOutcome> {
  const byCode = await findOrganisationByCode(needs, typed);
  if (byCode.outcome !== 'unknown' && byCode.outcome !== 'malformed') return byCode;
  const postcode = readPostcode(typed);
  if (postcode) return listed(await searchByPostcode(needs.database, postcode, mostListed + 1));
  if (looksLikeCode(typed)) return byCode;
  const words = searchText(typed);
  return words === ''
    ? { outcome: 'none' }
    : listed(await searchByName(needs.database, words, mostListed + 1));
}

export const mostListed = 20;

const listed = (found: Organisation[]): FindOutcome =>
  found.length === 0
    ? { outcome: 'none' }
    : { outcome: 'listed', found: found.slice(0, mostListed), areMore: found.length > mostListed };
