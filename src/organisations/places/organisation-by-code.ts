import { dayAt } from '../../kernel/calendar-day.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findByCode } from './organisation.store.ts';
import { type Organisation, type Standing, standingOf } from './organisation.ts';
import { readOrganisationCode } from './organisation-code.ts';

export interface FindOrganisationNeeds {
  database: Queryable;
  clock: Clock;
  settings: Pick<Settings, 'service' | 'organisations'>;
}

export type FindByCodeOutcome =
  | { outcome: Standing; practice: Organisation }
  /** Branches register through their practice, which is offered. */
  | { outcome: 'branch'; branch: Organisation; practice: Organisation }
  | { outcome: 'unknown' | 'person' | 'malformed' };

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

export const standingNow = (
  needs: Pick<FindOrganisationNeeds, 'clock' | 'settings'>,
  practice: Organisation,
): Standing => {
  const { organisations, service } = needs.settings;
  return standingOf(practice, organisations.registrableSettings, dayAt(needs.clock.now(), service.timeZone));
};
