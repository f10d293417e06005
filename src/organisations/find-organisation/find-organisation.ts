import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { dayAt } from '../calendar-day.ts';
import { findByCode } from '../organisation.store.ts';
import { type Organisation, type Standing, standingOf } from '../organisation.ts';
import { readOrganisationCode } from '../organisation-code.ts';
import { searchText } from '../search-text.ts';
import { searchByName, searchByPostcode } from './find-organisation.store.ts';
import { looksLikeCode, readPostcode } from './what-was-typed.ts';

export interface FindOrganisationNeeds {
  database: Database;
  clock: Clock;
  settings: Pick<Settings, 'service' | 'organisations'>;
}

export type FindByCodeOutcome =
  | { outcome: Standing; practice: Organisation }
  /** Branches register through their practice, which is offered. */
  | { outcome: 'branch'; branch: Organisation; practice: Organisation }
  | { outcome: 'unknown' | 'person' | 'malformed' };

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

export async function findOrganisationByCode(
  needs: FindOrganisationNeeds,
  typed: string,
): Promise<FindByCodeOutcome> {
  const read = readOrganisationCode(typed);
  if (read.outcome !== 'code') return read;
  const found = await findByCode(needs.database, read.code);
  if (!found) return { outcome: 'unknown' };
  if (found.kind === 'practice') return { outcome: standingNow(needs, found), practice: found };
  const practice = await findByCode(needs.database, found.parentCode ?? '');
  return practice ? { outcome: 'branch', branch: found, practice } : { outcome: 'unknown' };
}

export const standingNow = (needs: FindOrganisationNeeds, practice: Organisation): Standing => {
  const { organisations, service } = needs.settings;
  return standingOf(practice, organisations.registrableSettings, dayAt(needs.clock.now(), service.timeZone));
};

export const mostListed = 20;

const listed = (found: Organisation[]): FindOutcome =>
  found.length === 0
    ? { outcome: 'none' }
    : { outcome: 'listed', found: found.slice(0, mostListed), areMore: found.length > mostListed };
