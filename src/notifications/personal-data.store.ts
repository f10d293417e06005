import { sql } from 'kysely';
import type { AccountId } from '../kernel/ids.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';

export const listMessagesTo = (db: Queryable, person: AccountId) =>
  db
    .selectFrom('outbox')
    .select([
      'kind',
      'channel',
      'status',
      'created_at as createdAt',
      'sent_at as sentAt',
      'delivery_status as deliveryStatus',
      'delivery_status_at as deliveryStatusAt',
    ])
    .where('account_id', '=', person)
    .orderBy('created_at', 'desc')
    .execute();

/** Takes a person out of the messages to them; one on its way this very moment may still arrive. */
export const eraseContentFor = (tx: Tx, person: AccountId) =>
  sql`
    UPDATE outbox SET content = NULL, preview = NULL, next_attempt_at = NULL, account_id = NULL, last_problem = NULL,
           provider_id = NULL, next_poll_at = NULL,
           status = CASE WHEN content IS NULL THEN status WHEN status IN ('sending', 'uncertain') THEN 'uncertain'::message_status
                         ELSE 'expired' END
     WHERE account_id = ${person}`.execute(tx);

/** A batch of messages that were dealt with so long ago; those that wait are never among them. */
export const removePastMessages = (db: Queryable, madeBefore: Date, atMost: number) =>
  db
    .deleteFrom('outbox')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('outbox')
        .select('id')
        .where('created_at', '<', madeBefore)
        .where('content', 'is', null)
        .where('next_attempt_at', 'is', null)
        .limit(atMost),
    )
    .executeTakeFirst();
