import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { EmailChangeId } from '../access-links/access-link.ts';
import { nobodysHash } from '../passwords/password-hashing.ts';

/** Puts a hash nobody has a password for in the place of the portal's; false when there is none to replace. */
export const makePasswordUnusable = async (tx: Tx, account: AccountId): Promise<boolean> =>
  (await tx
    .updateTable('password')
    .set({ hash: nobodysHash })
    .where('account_id', '=', account)
    .where('realm', '=', 'portal')
    .returning('account_id')
    .executeTakeFirst()) !== undefined;

export interface DueChange {
  id: EmailChangeId;
  accountId: AccountId;
  state: string;
}

/** Changes that nobody confirmed in time, and those that nobody stopped in time. */
export const listDueChanges = (db: Queryable, now: Date, limit: number) =>
  db
    .selectFrom('email_change')
    .select(['id', 'account_id as accountId', 'state'])
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'asked'), eb('expires_at', '<=', now)]),
        eb.and([eb('state', '=', 'made'), eb('stoppable_until', '<=', now)]),
      ]),
    )
    .limit(limit)
    .$narrowType<{ id: EmailChangeId; accountId: AccountId }>()
    .execute();

/** Makes a change final whose time to be stopped is over; gives the address that goes with it. */
export const markFinal = async (tx: Tx, id: EmailChangeId, now: Date): Promise<string | undefined> =>
  (
    await tx
      .updateTable('email_change')
      .set({ state: 'final', ended_at: now })
      .where('id', '=', id)
      .where('state', '=', 'made')
      .where('stoppable_until', '<=', now)
      .returning('old_email_id as oldEmail')
      .executeTakeFirst()
  )?.oldEmail ?? undefined;
