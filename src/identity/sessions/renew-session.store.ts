import type { Realm, SessionId } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { DeviceId } from '../lockout/entry-lane.ts';
import { endingAttempts } from '../log-in-attempts/log-in-attempt.store.ts';

/** Takes the place of the token in one statement: of several at once that hold the same one, the first wins. */
export async function replaceToken(
  tx: Tx,
  session: SessionId,
  token: { hash: string; replaces: string | undefined; factorProven: boolean },
  now: Date,
): Promise<boolean> {
  let query = tx
    .updateTable('session')
    .set({ token_hash: token.hash, authenticated_at: now, last_seen_at: now })
    .$if(token.factorProven, (update) => update.set({ factor_proven_at: now }))
    .where('id', '=', session)
    .where('ended_at', 'is', null);
  if (token.replaces) query = query.where('token_hash', '=', token.replaces);
  return (await query.returning('id').executeTakeFirst()) !== undefined;
}

/** And every log in that waits for a code, which began with the password. */
export const endSessionsExcept = (tx: Tx, account: AccountId, kept: SessionId, because: string, now: Date) =>
  tx
    .with('waiting', () => endingAttempts(tx, account, now))
    .updateTable('session')
    .set({ ended_at: now, ended_because: because })
    .where('account_id', '=', account)
    .where('id', '<>', kept)
    .where('ended_at', 'is', null)
    .execute();

/** Whose token this was, for a session that ended by itself: of one that somebody ended nothing is known. */
export const findLapsedSession = async (db: Queryable, tokenHash: string, realm: Realm) =>
  (await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select(['session.id as sessionId', 'session.account_id as accountId'])
    .where('session.token_hash', '=', tokenHash)
    .where('session.realm', '=', realm)
    .where('session.ended_at', 'is', null)
    .where('account.state', '=', 'active')
    .executeTakeFirst()) as { sessionId: SessionId; accountId: AccountId } | undefined;

/** The password that a session's owner would type now, and the device the session is on while that is known. */
export async function findOwnCredential(db: Queryable, session: SessionId) {
  const row = await db
    .selectFrom('session')
    .leftJoin('password', (join) =>
      join
        .onRef('password.account_id', '=', 'session.account_id')
        .onRef('password.realm', '=', 'session.realm'),
    )
    .leftJoin('device', (join) =>
      join.onRef('device.id', '=', 'session.device_id').on('device.revoked_at', 'is', null),
    )
    .select(['password.hash', 'device.id as deviceId'])
    .where('session.id', '=', session)
    .executeTakeFirst();
  return { hash: row?.hash ?? undefined, deviceId: (row?.deviceId ?? null) as DeviceId | null };
}
