import type { Queryable } from '../../platform/database/database.ts';

export interface MailboxPosition {
  /** 0 until the mailbox was looked into for the first time. */
  uidValidity: number;
  lastUid: number;
}

/** Leases the mailbox to one node; nothing while another looks. */
export const claimMailbox = (
  db: Queryable,
  mailbox: string,
  { now, leaseUntil }: { now: Date; leaseUntil: Date },
): Promise<MailboxPosition | undefined> =>
  db
    .insertInto('mailbox_position')
    .values({ mailbox, uid_validity: 0, last_uid: 0, looked_at: now, leased_until: leaseUntil })
    .onConflict((conflict) =>
      conflict
        .column('mailbox')
        .doUpdateSet({ leased_until: leaseUntil })
        .where((eb) =>
          eb.or([
            eb('mailbox_position.leased_until', 'is', null),
            eb('mailbox_position.leased_until', '<=', now),
          ]),
        ),
    )
    .returning(['uid_validity as uidValidity', 'last_uid as lastUid'])
    .executeTakeFirst();

/** Never back, while the server's numbers are the same: another node may have gone further. */
export const savePosition = (db: Queryable, mailbox: string, { uidValidity, lastUid }: MailboxPosition) =>
  db
    .updateTable('mailbox_position')
    .set({ uid_validity: uidValidity, last_uid: lastUid })
    .where('mailbox', '=', mailbox)
    .where((eb) => eb.or([eb('uid_validity', '<>', uidValidity), eb('last_uid', '<', lastUid)]))
    .execute();

export const releaseMailbox = (
  db: Queryable,
  mailbox: string,
  { now, problem }: { now: Date; problem: string | null },
) =>
  db
    .updateTable('mailbox_position')
    .set({ leased_until: null, looked_at: now, problem })
    .where('mailbox', '=', mailbox)
    .execute();

export interface MailboxState {
  lookedAt: Date;
  problem: string | null;
}

export const findMailboxState = (db: Queryable, mailbox: string): Promise<MailboxState | undefined> =>
  db
    .selectFrom('mailbox_position')
    .select(['looked_at as lookedAt', 'problem'])
    .where('mailbox', '=', mailbox)
    .executeTakeFirst();
