import { sql } from 'kysely';
import type { AccountId, MessageId } from '../kernel/ids.ts';
import type { Queryable } from '../platform/database/database.ts';
import type { DeliveryStatus } from './text-report.ts';

/** One of our e-mails, as whoever reads a report about it needs it. */
export interface SentEmail {
  id: MessageId;
  kind: string;
  accountId: AccountId | null;
}

/** Our e-mails among these Message-IDs, which nobody guesses; newest first. */
export const findSentEmails = (db: Queryable, messageIds: readonly string[]): Promise<SentEmail[]> =>
  messageIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('outbox')
        .select(['id', 'kind', 'account_id as accountId'])
        .where('message_id', 'in', messageIds)
        .where('channel', '=', 'email')
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .$castTo<SentEmail>()
        .execute();

interface EmailReport {
  status: Extract<DeliveryStatus, 'delivered' | 'permanent-failure' | 'temporary-failure'>;
  /** Codes only, like `5.1.1`. */
  problem?: string | undefined;
}

/** Keeps what a mail server says became of an e-mail that had been sent. That it failed is never taken back. */
export const recordEmailReport = (
  db: Queryable,
  id: MessageId,
  { status, problem }: EmailReport,
  now: Date,
): Promise<unknown> =>
  sql`
    UPDATE outbox
       SET delivery_status = ${status}, delivery_status_at = ${now}, last_problem = ${problem ?? null},
           status = 'sent', sent_at = coalesce(sent_at, ${now}), content = NULL, next_attempt_at = NULL
     WHERE id = ${id} AND channel = 'email'
       AND (delivery_status IS NULL OR delivery_status NOT IN ('permanent-failure', 'temporary-failure'))`.execute(
    db,
  );
