import { sql } from 'kysely';
import { isId } from '../kernel/ids.ts';
import type { Queryable } from '../platform/database/database.ts';
import type { TextReport } from './text-report.ts';

/** Which text a report is about: by the other side's name for it, or by ours. */
export interface TextNames {
  providerId?: string | undefined;
  reference?: string | undefined;
}

/**
 * Keeps what the other side says became of a text; never goes back from something later or last. Who reports on a
 * text has it, so it is not sent again.
 */
export const recordReport = (
  db: Queryable,
  { providerId, reference }: TextNames,
  { status, isLast }: TextReport,
  now: Date,
): Promise<unknown> =>
  sql`
    UPDATE outbox
       SET delivery_status = ${status}, delivery_status_at = ${now}, status = 'sent', sent_at = coalesce(sent_at, ${now}),
           next_poll_at = CASE WHEN ${isLast}::boolean THEN NULL ELSE next_poll_at END,
           content = NULL, next_attempt_at = NULL, last_problem = NULL
     WHERE channel = 'sms' AND (provider_id = ${providerId ?? null} OR id = ${reference && isId(reference) ? reference : null})
       AND (delivery_status IS NULL
            OR delivery_status IN ('created', 'sending') AND delivery_status < ${status}::delivery_status)`.execute(
    db,
  );

export interface DuePoll {
  id: string;
  providerId: string;
  sentAt: Date;
}

interface Claim {
  now: Date;
  leaseUntil: Date;
  atMost: number;
}

/** Leases to one node the texts whose fate is to be asked for now. */
export async function claimDuePolls(db: Queryable, { now, leaseUntil, atMost }: Claim): Promise<DuePoll[]> {
  const { rows } = await sql<DuePoll>`
    WITH due AS (
      SELECT id FROM outbox WHERE next_poll_at <= ${now} ORDER BY next_poll_at LIMIT ${atMost} FOR UPDATE SKIP LOCKED)
    UPDATE outbox SET next_poll_at = ${leaseUntil} FROM due WHERE outbox.id = due.id
    RETURNING outbox.id, provider_id AS "providerId", sent_at AS "sentAt"`.execute(db);
  return rows;
}

/** Null: never again. What became final meanwhile stays so. */
export const setNextPoll = (db: Queryable, id: string, at: Date | null): Promise<unknown> =>
  db
    .updateTable('outbox')
    .set({ next_poll_at: at })
    .where('id', '=', id)
    .where('next_poll_at', 'is not', null)
    .execute();
