import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { FileId } from '../../platform/files/index.ts';
import type { TicketId } from '../tickets/ticket.ts';
import type { MailInId } from './mail.ts';

export type MailInState = 'waiting' | 'handled' | 'unreadable' | 'ignored';

export interface MailIn {
  id: MailInId;
  fileId: FileId | null;
  size: number;
  state: MailInState;
  /** What came of it, like `new-ticket`, `reply`, `bounce`, `auto-reply`. */
  effect: string | null;
  /** Why nothing came of it. */
  problem: string | null;
  attempts: number;
  ticketId: TicketId | null;
  receivedAt: Date;
  handledAt: Date | null;
}

export const selectMailIn = (db: Queryable) =>
  db
    .selectFrom('mail_in')
    .select([
      'mail_in.id',
      'mail_in.file_id as fileId',
      'mail_in.size',
      'mail_in.state',
      'mail_in.effect',
      'mail_in.problem',
      'mail_in.attempts',
      'mail_in.ticket_id as ticketId',
      'mail_in.received_at as receivedAt',
      'mail_in.handled_at as handledAt',
    ])
    .$castTo<MailIn>();

interface NewMailIn {
  id: MailInId;
  mailbox: string;
  uidValidity: number;
  uid: number;
  fileId: FileId | null;
  size: number;
  state: MailInState;
  problem?: string;
  now: Date;
}

/** Undefined when it is there already: it was fetched twice, and is kept once. */
export const addMailIn = (tx: Tx, mail: NewMailIn) =>
  tx
    .insertInto('mail_in')
    .values({
      id: mail.id,
      mailbox: mail.mailbox,
      uid_validity: mail.uidValidity,
      uid: mail.uid,
      file_id: mail.fileId,
      size: mail.size,
      state: mail.state,
      problem: mail.problem ?? null,
      received_at: mail.now,
    })
    .onConflict((conflict) => conflict.columns(['mailbox', 'uid_validity', 'uid']).doNothing())
    .returning('id')
    .executeTakeFirst();

/** Whether the very same mail was fetched when the server numbered its mail otherwise. */
export const wasFetchedBefore = async (
  db: Queryable,
  { mailbox, uidValidity, sha256 }: { mailbox: string; uidValidity: number; sha256: string },
): Promise<boolean> =>
  (await db
    .selectFrom('mail_in')
    .innerJoin('stored_file', 'stored_file.id', 'mail_in.file_id')
    .select('mail_in.id')
    .where('stored_file.sha256', '=', sha256)
    .where('mail_in.mailbox', '=', mailbox)
    .where('mail_in.uid_validity', '<>', uidValidity)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** Takes one try at the longest waiting mail, counted before it is read: one that ends the process is not tried for ever. */
export async function takeWaitingMail(
  db: Queryable,
  { mostAttempts, tried }: { mostAttempts: number; tried: readonly MailInId[] },
): Promise<MailIn | undefined> {
  const { rows } = await sql<{ id: MailInId }>`
    UPDATE mail_in SET attempts = attempts + 1
     WHERE id = (SELECT id FROM mail_in WHERE state = 'waiting' AND attempts < ${mostAttempts} AND id <> ALL(${[...tried]})
                  ORDER BY received_at, uid LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id`.execute(db);
  const [taken] = rows;
  return taken && selectMailIn(db).where('id', '=', taken.id).executeTakeFirst();
}

/** Holds a mail that still waits, so that two nodes which both read it make one thing of it. */
export const holdWaitingMail = (tx: Tx, id: MailInId): Promise<MailIn | undefined> =>
  selectMailIn(tx)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .forUpdate('mail_in')
    .executeTakeFirst();

export interface MailEnding {
  state: Exclude<MailInState, 'waiting'>;
  effect?: string;
  problem?: string;
  ticketId?: TicketId;
  by?: AccountId;
}

export const endMail = (tx: Queryable, id: MailInId, ending: MailEnding, now: Date) =>
  tx
    .updateTable('mail_in')
    .set({
      state: ending.state,
      effect: ending.effect ?? null,
      problem: ending.problem ?? null,
      ticket_id: ending.ticketId ?? null,
      handled_at: now,
      handled_by: ending.by ?? null,
    })
    .where('id', '=', id)
    .execute();

/** Those that were tried often enough without anything coming of it wait for staff. */
export const giveUpOnMail = (db: Queryable, mostAttempts: number, now: Date) =>
  db
    .updateTable('mail_in')
    .set({ state: 'unreadable', problem: 'failed', handled_at: now })
    .where('state', '=', 'waiting')
    .where('attempts', '>=', mostAttempts)
    .execute();

/** With their files, in one statement. */
export async function removePastMail(db: Queryable, since: Date, atMost: number): Promise<number> {
  const { rows } = await sql`
    WITH past AS (
      DELETE FROM mail_in
       WHERE id IN (SELECT id FROM mail_in WHERE state IN ('handled', 'ignored') AND received_at <= ${since} LIMIT ${atMost})
      RETURNING id, file_id),
    files AS (DELETE FROM stored_file WHERE id IN (SELECT file_id FROM past))
    SELECT id FROM past`.execute(db);
  return rows.length;
}
