import type { Realm } from '../../kernel/actor.ts';
import type { AccountId, Id } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findClosure, forgetLane, forgetLanes, returnTry, takeTry } from './entry-lane.store.ts';

export type DeviceId = Id<'device'>;

/**
 * A counter of wrong passwords, or of wrong codes: one for an account's unknown devices together, one for each known
 * device.
 */
export interface Lane {
  subject: string;
  realm: Realm;
  step: 'password' | 'code';
  deviceId: DeviceId | null;
}

/** How many wrong tries close a lane, and how long; no lengths: until support opens it. */
export type EntryRules = Pick<Settings['lockout'], 'tries' | 'closedFor' | 'forgetAfter'>;

export type Closure = { until: Date } | { until: 'support' };

export type TryOutcome =
  /** What was typed may be looked at; `left` counts the tries after this one. */
  | { outcome: 'granted'; left: number; closesWith: Closure | undefined }
  | { outcome: 'closed'; closure: Closure };

/** A name nobody has is counted under a keyed hash, and closes exactly as a real one does. */
export const subjectOf = (keyRing: KeyRing, account: AccountId | undefined, canonicalName: string): string =>
  account ?? `unknown:${keyRing.mac('unknown-name', canonicalName)}`;

/**
 * Takes one of the tries before the password or code is looked at, in one statement: however many arrive together, no more
 * than the allowed number is ever granted. The last one closes the lane at once; a right password opens it again.
 */
export async function reserveTry(
  db: Queryable,
  lane: Lane,
  rules: EntryRules,
  now: Date,
): Promise<TryOutcome> {
  const taken = await takeTry(db, lane, rules, now);
  if (taken) {
    const closesWith = taken.left > 0 ? undefined : closureOf(taken);
    return { outcome: 'granted', left: taken.left, closesWith };
  }
  const closure = await findClosure(db, lane);
  // Opened between the two statements, by support or a reset: the person tries again.
  return { outcome: 'closed', closure: closure ? closureOf(closure) : { until: now } };
}

const closureOf = (row: { closedUntil: Date | null; untilSupport: boolean }): Closure =>
  row.untilSupport || !row.closedUntil ? { until: 'support' } : { until: row.closedUntil };

/** Whether a lane is closed now, without a try of it. */
export async function findClosureNow(db: Queryable, lane: Lane, now: Date): Promise<Closure | undefined> {
  const closed = await findClosure(db, lane);
  if (!closed || (!closed.untilSupport && (closed.closedUntil ?? now) <= now)) return undefined;
  return closureOf(closed);
}

/** For a try that was granted and then not used. */
export const giveTryBack = (db: Queryable, lane: Lane, rules: EntryRules) => returnTry(db, lane, rules.tries);

/** A right password clears its own lane only: a stranger's tries elsewhere keep counting. */
export const clearLane = (tx: Tx, lane: Lane) => forgetLane(tx, lane);

/** Opens password entry everywhere for one account, after a verified reset. Code entry stays as it is. */
export const openPasswordEntry = (tx: Tx, account: AccountId) => forgetLanes(tx, account, ['password']);

/** Opens both everywhere for one account, by support. */
export const openEntry = (tx: Tx, account: AccountId) => forgetLanes(tx, account, ['password', 'code']);
