import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { LogInAttemptId } from './log-in-attempt.store.ts';

/** How far a log in that waits has come, asked with its account held; nothing when it ended or ran out. */
export const findHeldAttempt = (tx: Tx, id: LogInAttemptId, now: Date) =>
  tx
    .selectFrom('log_in_attempt')
    .select('proven_at as provenAt')
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();

/** Ends every log in of an account that waits, but the one in which a way to get codes was changed. */
export const endOtherAttempts = (tx: Tx, account: AccountId, kept: LogInAttemptId | null, now: Date) =>
  tx
    .updateTable('log_in_attempt')
    .set({ ended_at: now })
    .where('account_id', '=', account)
    .where('id', 'is distinct from', kept)
    .where('ended_at', 'is', null)
    .execute();
