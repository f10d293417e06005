import { sql } from 'kysely';
import type { Realm } from '../../kernel/actor.ts';
import { before } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { DeviceId, EntryRules, Lane } from './entry-lane.ts';

interface Taken {
  left: number;
  closedUntil: Date | null;
  untilSupport: boolean;
}

/**
 * One statement decides. A closure that ran out starts a new round; a long quiet forgets rounds and closures alike.
 * Gives nothing when the lane is closed.
 */
export async function takeTry(
  db: Queryable,
  lane: Lane,
  rules: EntryRules,
  now: Date,
): Promise<Taken | undefined> {
  const { tries } = rules;
  const untilSupport = rules.closedFor.length === 0;
  const lengths = sql`${rules.closedFor}::bigint[]`;
  const quietSince = before(now, rules.forgetAfter);
  const { rows } = await sql<Taken>`
    INSERT INTO entry_lane AS lane (subject, realm, step, device_id, wrong_tries, closures, last_wrong_at)
    VALUES (${lane.subject}, ${lane.realm}, ${lane.step}, ${lane.deviceId}, 1, 0, ${now})
    ON CONFLICT (subject, realm, step, device_id) DO UPDATE SET (wrong_tries, closures, closed_until, closed_until_support, last_wrong_at, notified_at) = (
      SELECT next.tries,
             next.closures + (next.tries >= ${tries})::int,
             CASE WHEN next.tries >= ${tries} AND NOT ${untilSupport}::boolean
                  THEN ${now}::timestamptz + (${lengths})[least(next.closures + 1, cardinality(${lengths}))] * interval '1 millisecond' END,
             next.tries >= ${tries} AND ${untilSupport}::boolean,
             ${now}::timestamptz,
             NULL::timestamptz
        FROM (SELECT CASE WHEN lane.last_wrong_at < ${quietSince} OR lane.closed_until IS NOT NULL THEN 1 ELSE lane.wrong_tries + 1 END AS tries,
                     CASE WHEN lane.last_wrong_at < ${quietSince} THEN 0 ELSE lane.closures END AS closures) AS next)
    WHERE NOT lane.closed_until_support AND (lane.closed_until IS NULL OR lane.closed_until <= ${now})
    RETURNING ${tries} - wrong_tries AS left, closed_until AS "closedUntil", closed_until_support AS "untilSupport"
  `.execute(db);
  return rows[0];
}

/** Undoes one try, and with it the closure that it brought about. */
export const returnTry = (db: Queryable, lane: Lane, tries: number) =>
  db
    .updateTable('entry_lane')
    .set((eb) => ({
      wrong_tries: sql<number>`greatest(wrong_tries - 1, 0)`,
      closures: sql<number>`closures - (wrong_tries >= ${tries})::int`,
      closed_until: eb.val(null),
      closed_until_support: false,
    }))
    .where('subject', '=', lane.subject)
    .where('realm', '=', lane.realm)
    .where('step', '=', lane.step)
    .where('device_id', 'is not distinct from', lane.deviceId)
    .execute();

export const findClosure = (db: Queryable, lane: Lane) =>
  db
    .selectFrom('entry_lane')
    .select(['closed_until as closedUntil', 'closed_until_support as untilSupport'])
    .where('subject', '=', lane.subject)
    .where('realm', '=', lane.realm)
    .where('step', '=', lane.step)
    .where('device_id', 'is not distinct from', lane.deviceId)
    .executeTakeFirst();

export const forgetLane = (tx: Tx, lane: Lane) =>
  tx
    .deleteFrom('entry_lane')
    .where('subject', '=', lane.subject)
    .where('realm', '=', lane.realm)
    .where('step', '=', lane.step)
    .where('device_id', 'is not distinct from', lane.deviceId)
    .execute();

/** Counters so quiet that the next wrong password would start them afresh anyway; those only support opens stay. */
export const removePastTries = (db: Queryable, quietSince: Date, now: Date) =>
  db
    .deleteFrom('entry_lane')
    .where('last_wrong_at', '<', quietSince)
    .where('closed_until_support', '=', false)
    .where((eb) => eb.or([eb('closed_until', 'is', null), eb('closed_until', '<=', now)]))
    .execute();

export const forgetLanes = (tx: Tx, account: AccountId, steps: Lane['step'][]) =>
  tx.deleteFrom('entry_lane').where('subject', '=', account).where('step', 'in', steps).execute();

export interface UntoldClosure {
  subject: AccountId;
  realm: Realm;
  step: Lane['step'];
  deviceId: DeviceId | null;
  closedUntil: Date | null;
  untilSupport: boolean;
}

/**
 * An account's closed lanes that its owner was not told of yet; locked, so two nodes tell once. Wrong codes tell of a
 * known password on any browser, wrong passwords on a browser of the owner's own of nothing.
 */
export const claimUntoldClosures = (tx: Tx, limit: number, settledBy: Date) =>
  sql<UntoldClosure>`
    SELECT subject, realm, step, device_id AS "deviceId", closed_until AS "closedUntil", closed_until_support AS "untilSupport"
      FROM entry_lane
     WHERE notified_at IS NULL AND (device_id IS NULL OR step = 'code') AND subject NOT LIKE 'unknown:%'
       AND (closed_until IS NOT NULL OR closed_until_support) AND last_wrong_at <= ${settledBy}
     ORDER BY last_wrong_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
  `.execute(tx);

export const markTold = (tx: Tx, { subject, realm, step, deviceId }: UntoldClosure, now: Date) =>
  tx
    .updateTable('entry_lane')
    .set({ notified_at: now })
    .where('subject', '=', subject)
    .where('realm', '=', realm)
    .where('step', '=', step)
    .where('device_id', 'is not distinct from', deviceId)
    .execute();

/** Whether an account's unknown devices may not enter a password now. */
export const isPasswordEntryClosed = async (
  db: Queryable,
  account: AccountId,
  realm: Realm,
  now: Date,
): Promise<boolean> =>
  (await db
    .selectFrom('entry_lane')
    .select('subject')
    .where('subject', '=', account)
    .where('realm', '=', realm)
    .where('step', '=', 'password')
    .where('device_id', 'is', null)
    .where((eb) => eb.or([eb('closed_until_support', '=', true), eb('closed_until', '>', now)]))
    .executeTakeFirst()) !== undefined;
