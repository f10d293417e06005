import type { Realm } from '../../kernel/actor.ts';
import type { AccountId, Id } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { DeviceId } from '../lockout/entry-lane.ts';
import type { FactorId } from '../second-factors/factor.ts';

export type LogInAttemptId = Id<'log-in-attempt'>;

/** A log in whose password was right, and that waits for a code or for one to be set up. */
export interface LogInAttempt {
  id: LogInAttemptId;
  accountId: AccountId;
  realm: Realm;
  /** The device its owner logged in from before, if this is one. */
  deviceId: DeviceId | null;
  deviceDescription: string;
  startedAt: Date;
  expiresAt: Date;
  /** When one of the account's own factors was given; empty while one is being set up. */
  provenAt: Date | null;
  provenBy: FactorId | null;
  /** A new number that was given, and needs a code by email beside it. */
  halfProvenBy: FactorId | null;
}

export interface NewLogInAttempt {
  id: LogInAttemptId;
  tokenHash: string;
  accountId: AccountId;
  realm: Realm;
  deviceId: DeviceId | null;
  deviceDescription: string;
  now: Date;
  expiresAt: Date;
}

export const addAttempt = (tx: Tx, attempt: NewLogInAttempt) =>
  tx
    .insertInto('log_in_attempt')
    .values({
      id: attempt.id,
      token_hash: attempt.tokenHash,
      account_id: attempt.accountId,
      realm: attempt.realm,
      device_id: attempt.deviceId,
      device_description: attempt.deviceDescription,
      started_at: attempt.now,
      expires_at: attempt.expiresAt,
    })
    .execute();

/** Nothing when it ended, ran out, or its account or password is no longer what it was. */
export const findLiveAttempt = (
  db: Queryable,
  { tokenHash, realm, now }: { tokenHash: string; realm: Realm; now: Date },
) =>
  db
    .selectFrom('log_in_attempt')
    .innerJoin('account', 'account.id', 'log_in_attempt.account_id')
    .leftJoin('password', (join) =>
      join
        .onRef('password.account_id', '=', 'log_in_attempt.account_id')
        .onRef('password.realm', '=', 'log_in_attempt.realm'),
    )
    // A device that was forgotten meanwhile is a stranger.
    .leftJoin('device', (join) =>
      join.onRef('device.id', '=', 'log_in_attempt.device_id').on('device.revoked_at', 'is', null),
    )
    .select([
      'log_in_attempt.id',
      'log_in_attempt.account_id as accountId',
      'log_in_attempt.realm',
      'device.id as deviceId',
      'device_description as deviceDescription',
      'started_at as startedAt',
      'expires_at as expiresAt',
      'proven_at as provenAt',
      'proven_by as provenBy',
      'half_proven_by as halfProvenBy',
    ])
    .where('token_hash', '=', tokenHash)
    .where('log_in_attempt.realm', '=', realm)
    .where('ended_at', 'is', null)
    .where('log_in_attempt.expires_at', '>', now)
    .where('account.state', '=', 'active')
    // A password chosen since ends every log in that began with the one before.
    .where((eb) =>
      eb.or([eb('password.set_at', 'is', null), eb('password.set_at', '<=', eb.ref('started_at'))]),
    )
    .$castTo<LogInAttempt>()
    .executeTakeFirst();

/** Ends it for one who finishes; false when another was first. */
export const endAttempt = async (tx: Tx, id: LogInAttemptId, now: Date): Promise<boolean> =>
  (await tx
    .updateTable('log_in_attempt')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const markAttemptProven = (tx: Tx, id: LogInAttemptId, factor: FactorId, now: Date) =>
  tx.updateTable('log_in_attempt').set({ proven_at: now, proven_by: factor }).where('id', '=', id).execute();

export const markAttemptHalfProven = (tx: Tx, id: LogInAttemptId, factor: FactorId) =>
  tx.updateTable('log_in_attempt').set({ half_proven_by: factor }).where('id', '=', id).execute();

/** Part of the statement that ends sessions: whoever waits has to begin again, but for one that goes on. */
export const endingAttempts = (tx: Tx, account: AccountId, now: Date, except: LogInAttemptId | null = null) =>
  tx
    .updateTable('log_in_attempt')
    .set({ ended_at: now })
    .where('account_id', '=', account)
    .where('id', 'is distinct from', except)
    .where('ended_at', 'is', null)
    .returning('id');

export const removePastAttempts = (db: Queryable, endedBefore: Date) =>
  db.deleteFrom('log_in_attempt').where('expires_at', '<', endedBefore).execute();
