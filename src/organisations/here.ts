import type { Actor } from '../kernel/actor.ts';
import { dayAt } from '../kernel/calendar-day.ts';
import type { Clock } from '../kernel/clock.ts';
import { NotFound } from '../kernel/endings.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';
import type { Services } from '../platform/settings/services-setting.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { listHeldRoles } from './here.store.ts';
import { findByCode, findById, holdOrganisation } from './places/organisation.store.ts';
import { isClosedOn, type Organisation } from './places/organisation.ts';
import { readOrganisationCode } from './places/organisation-code.ts';
import type { Place } from './policy.ts';

export interface HereNeeds {
  clock: Clock;
  settings: Pick<Settings, 'service' | 'organisations'>;
}

/** The organisation that an address names, and what permissions are judged by there. */
export interface Here {
  /** A practice, or a branch of it. */
  organisation: Organisation;
  practice: Organisation;
  place: Place;
  services: Services;
}

/** Of a registered practice or a branch of one; any other code is not found. Says nothing about who may. */
export async function findHere(needs: HereNeeds, db: Queryable, code: string): Promise<Here> {
  const read = readOrganisationCode(code);
  const organisation = read.outcome === 'code' ? await findByCode(db, read.code) : undefined;
  const practice = organisation?.parentId ? await findById(db, organisation.parentId) : organisation;
  if (!organisation || !practice?.registeredAt) throw new NotFound('organisation');
  const today = dayAt(needs.clock.now(), needs.settings.service.timeZone);
  return {
    organisation,
    practice,
    place: {
      practiceId: practice.id,
      branchId: organisation.id === practice.id ? undefined : organisation.id,
      isReadOnly: isClosedOn(practice, today) || isClosedOn(organisation, today),
    },
    services: needs.settings.organisations.services,
  };
}

/**
 * Holds the practice, and looks again at what the actor holds there: a role that ended while they waited gives nothing
 * any more. Every change to an organisation's people begins so, once the accounts concerned are held.
 */
export async function holdHere<Someone extends Actor | undefined>(
  tx: Tx,
  actor: Someone,
  { practice }: Here,
): Promise<Someone> {
  await holdOrganisation(tx, practice.id);
  if (!actor) return actor;
  const roles = await listHeldRoles(tx, actor.person.accountId);
  return { ...actor, person: { ...actor.person, roles } };
}
