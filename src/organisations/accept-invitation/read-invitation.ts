import { readAddressStanding } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import type { Clock } from '../../kernel/clock.ts';
import { NotFound } from '../../kernel/endings.ts';
import { ask, loggedInTo } from '../../kernel/policy.ts';
import type { Database, Queryable } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { countInvitationsOf, findInvitation, listInvitationsOf } from './accept-invitation.store.ts';
import {
  type Invitation,
  type InvitationKey,
  type InvitationState,
  type Reader,
  readerOf,
  stateOf,
} from './invitation.ts';

export interface ReadInvitationNeeds {
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'service'>;
}

const todayOf = ({ clock, settings }: ReadInvitationNeeds) => dayAt(clock.now(), settings.service.timeZone);

export type InvitationRead =
  | { state: 'live'; invitation: Invitation; reader: Reader }
  | { state: Exclude<InvitationState, 'live'>; invitation: Invitation | undefined };

/** Looks at an invitation and changes nothing: mail scanners open links too. */
export async function readInvitation(
  needs: ReadInvitationNeeds,
  actor: Actor | undefined,
  key: InvitationKey,
): Promise<InvitationRead> {
  const { database, clock } = needs;
  const invitation = await findInvitation(database, key, actor?.subject, todayOf(needs));
  if (!invitation && 'id' in key) throw new NotFound('invitation');
  const state = stateOf(invitation, clock.now());
  if (state !== 'live' || !invitation) return { state: state === 'live' ? 'unknown' : state, invitation };
  const standing = await readAddressStanding(database, invitation.email.canonical, 'portal');
  return { state, invitation, reader: readerOf(standing, actor) };
}

/** Undefined when it cannot be answered any more. */
export async function readLiveInvitation(
  needs: ReadInvitationNeeds,
  db: Queryable,
  actor: Actor | undefined,
  key: InvitationKey,
): Promise<Invitation | undefined> {
  const invitation = await findInvitation(db, key, actor?.subject, todayOf(needs));
  return stateOf(invitation, needs.clock.now()) === 'live' ? invitation : undefined;
}

/** What waits for whoever is logged in. */
export async function readMyInvitations(
  needs: ReadInvitationNeeds,
  actor: Actor | undefined,
): Promise<Invitation[]> {
  ask(loggedInTo.portal, actor, undefined);
  const listed = await listInvitationsOf(needs.database, actor.subject, {
    now: needs.clock.now(),
    today: todayOf(needs),
  });
  return listed.filter((one) => stateOf(one, needs.clock.now()) === 'live');
}

/** How many wait for an account, for its home page. */
export const countMyInvitations = ({ database, clock }: ReadInvitationNeeds, actor: Actor): Promise<number> =>
  countInvitationsOf(database, actor.subject, clock.now());
