import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';

interface DueAccount {
  id: AccountId;
  state: 'closed' | 'invited';
}

/**
 * One account whose time is over, held: closed so long ago, or invited and never heard of since the last link went
 * to it. Nobody else's erasure waits for it. An account of support goes with that of the portal, or with its last ticket.
 */
export async function holdDueAccount(
  tx: Tx,
  { closedBefore, invitedBefore }: { closedBefore: Date; invitedBefore: Date },
): Promise<DueAccount | undefined> {
  const { rows } = await sql<DueAccount>`
    SELECT a.id, a.state FROM account a
     WHERE (a.state = 'closed' AND a.home = 'portal' AND a.state_changed_at <= ${closedBefore})
        OR (a.state = 'invited' AND a.state_changed_at <= ${invitedBefore}
            AND NOT EXISTS (SELECT FROM access_link l WHERE l.account_id = a.id AND l.created_at > ${invitedBefore}))
     ORDER BY a.state_changed_at LIMIT 1 FOR UPDATE SKIP LOCKED
  `.execute(tx);
  return rows[0];
}
