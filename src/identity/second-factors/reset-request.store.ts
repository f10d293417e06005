import type { Realm } from '../../kernel/actor.ts';
import type { AccountId, Id } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import { finishStaffTask } from '../staff-task.store.ts';

export type ResetRequestId = Id<'factor-reset-request'>;
export const resetReasons = ['lost-phone', 'new-number', 'no-signal', 'app-deleted', 'other'] as const;
export type ResetReason = (typeof resetReasons)[number];
export type ResetRequestState = 'waiting' | 'withdrawn' | 'stopped' | 'answered';

/** "I cannot use any of these": asks staff to find out who it is. */
export interface ResetRequest {
  id: ResetRequestId;
  reference: string;
  accountId: AccountId;
  fullName: string;
  realm: Realm;
  reason: ResetReason;
  /** In the person's own words; may be empty. */
  words: string;
  /** Where they can be called, as they typed it. */
  phone: string | null;
  state: ResetRequestState;
  askedAt: Date;
  endedAt: Date | null;
}

export const resetTaskKind = 'factor-reset';

const requests = (db: Queryable) =>
  db
    .selectFrom('factor_reset_request')
    .innerJoin('account', 'account.id', 'factor_reset_request.account_id')
    .select([
      'factor_reset_request.id',
      'factor_reset_request.reference',
      'factor_reset_request.account_id as accountId',
      'account.full_name as fullName',
      'factor_reset_request.realm',
      'factor_reset_request.reason',
      'factor_reset_request.words',
      'factor_reset_request.phone',
      'factor_reset_request.state',
      'factor_reset_request.created_at as askedAt',
      'factor_reset_request.ended_at as endedAt',
    ])
    .$castTo<ResetRequest>();

export const findResetRequest = (db: Queryable, id: string) =>
  requests(db).where('factor_reset_request.id', '=', id).executeTakeFirst();

/** The one that waits, if any: the database allows no second. */
export const findWaitingRequest = (db: Queryable, account: AccountId, realm: Realm) =>
  requests(db)
    .where('account_id', '=', account)
    .where('realm', '=', realm)
    .where('factor_reset_request.state', '=', 'waiting')
    .executeTakeFirst();

/** Those of a person, newest first. */
export const listResetRequests = (db: Queryable, account: AccountId, atMost: number) =>
  requests(db)
    .where('account_id', '=', account)
    .orderBy('factor_reset_request.created_at', 'desc')
    .limit(atMost)
    .execute();

/** Ends what waits, and the task of staff with it. Gives what it ended. Call it with the account held. */
export async function endResetRequests(
  tx: Tx,
  account: AccountId,
  as: Exclude<ResetRequestState, 'waiting'>,
  now: Date,
  realm?: Realm,
): Promise<ResetRequestId[]> {
  const ended = await tx
    .updateTable('factor_reset_request')
    .set({ state: as, ended_at: now })
    .where('account_id', '=', account)
    .where('state', '=', 'waiting')
    .$if(realm !== undefined, (update) => update.where('realm', '=', realm ?? 'portal'))
    .returning('id')
    .execute();
  const ids = ended.map(({ id }) => id as ResetRequestId);
  for (const recordId of ids) await finishStaffTask(tx, { kind: resetTaskKind, recordId, by: null, now });
  return ids;
}
