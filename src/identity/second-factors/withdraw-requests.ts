import type { Audit } from '../../audit/index.ts';
import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { endResetRequests } from './reset-request.store.ts';

/** Whoever logs in with a code of theirs needs no help to get one any more. Call it with the account held. */
export async function withdrawRequests(
  { audit }: { audit: Audit },
  tx: Tx,
  { accountId: subject, realm, now }: { accountId: AccountId; realm: Realm; now: Date },
): Promise<void> {
  for (const id of await endResetRequests(tx, subject, 'withdrawn', now, realm))
    await audit.record(tx, {
      action: 'factor-reset-withdrawn',
      actor: 'owner',
      subject,
      record: { type: 'factor-reset', id },
    });
}
