import type { Realm } from '../../kernel/actor.ts';
import type { AccountId, Ids } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import {
  type ResetReason,
  type ResetRequestId,
  resetTaskKind,
} from '../second-factors/reset-request.store.ts';
import { addStaffTask } from '../staff-task.store.ts';

interface NewResetRequest {
  id: ResetRequestId;
  reference: string;
  accountId: AccountId;
  realm: Realm;
  reason: ResetReason;
  words: string;
  phone: string;
  now: Date;
}

/** Keeps what was asked, and gives it to staff; the task goes by the same reference. */
export async function addResetRequest(tx: Tx, ids: Ids, request: NewResetRequest): Promise<void> {
  const { id, reference, accountId, realm, reason, words, phone, now } = request;
  await tx
    .insertInto('factor_reset_request')
    .values({
      id,
      reference,
      account_id: accountId,
      realm,
      reason,
      words,
      phone: phone || null,
      state: 'waiting',
      created_at: now,
    })
    .execute();
  const record = { type: 'factor-reset', id };
  await addStaffTask(tx, ids, { kind: resetTaskKind, record, reference, now });
}
