import { sql } from 'kysely';
import { readEmailAddress } from '../kernel/email-address.ts';
import type { AccountId } from '../kernel/ids.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';
import type { Channel, Message } from './outbox.ts';

interface NewMessage {
  id: string;
  message: Message;
  keyVersion: number;
  content: Buffer;
  preview: Buffer | null;
  messageId: string;
  now: Date;
}

/** To whose account everything is stopped nothing is sent, whoever writes: it is void from the beginning. */
export const addMessage = (
  tx: Tx,
  { id, message, keyVersion, content, preview, messageId, now }: NewMessage,
): Promise<unknown> => {
  const { accountId = null, organisationId = null, channel, kind, expiresAt } = message;
  return sql`
    INSERT INTO outbox (id, kind, channel, account_id, organisation_id, key_version, content, preview, message_id,
                        status, next_attempt_at, created_at, expires_at)
    SELECT ${id}, ${kind}, ${channel}, ${accountId}::uuid, ${organisationId}::uuid, ${keyVersion},
           CASE WHEN NOT stopped.is THEN ${content}::bytea END, ${preview}::bytea, ${messageId},
           CASE WHEN stopped.is THEN 'expired' ELSE 'queued' END::message_status,
           CASE WHEN NOT stopped.is THEN ${now}::timestamptz END, ${now}, ${expiresAt}
      FROM (SELECT EXISTS (SELECT FROM account WHERE id = ${accountId} AND mail_stopped_at IS NOT NULL)
                OR EXISTS (SELECT FROM account_email e JOIN account a ON a.id = e.account_id
                            WHERE e.canonical = ${canonicalOf(message)} AND e.state <> 'pending'
                              AND a.mail_stopped_at IS NOT NULL)
                OR EXISTS (SELECT FROM support_address s JOIN account a ON a.id = s.account_id
                            WHERE s.canonical = ${canonicalOf(message)} AND a.mail_stopped_at IS NOT NULL)
                OR EXISTS (SELECT FROM requester r JOIN account a ON a.id = r.portal_account_id
                            WHERE r.canonical = ${canonicalOf(message)} AND a.mail_stopped_at IS NOT NULL) AS is
           ) stopped`.execute(tx);
};

const canonicalOf = ({ channel, to }: Message): string | null =>
  channel === 'email' ? (readEmailAddress(to)?.canonical ?? null) : null;

/** What waits to be sent to an account is void, and erased. */
export const voidMessagesTo = (tx: Tx, account: AccountId): Promise<unknown> =>
  sql`
    UPDATE outbox SET content = NULL, next_attempt_at = NULL, status = 'expired'
     WHERE account_id = ${account} AND content IS NOT NULL AND status IN ('queued', 'deferred')`.execute(tx);

export interface ClaimedMessage {
  id: string;
  kind: string;
  channel: Channel;
  content: Buffer;
  messageId: string;
  createdAt: Date;
  /** This attempt included. */
  attempts: number;
  wasUncertain: boolean;
}

interface Claim {
  now: Date;
  leaseUntil: Date;
  atMost: number;
}

/**
 * Leases due messages to one sender. Those that are void soonest go first: who waits for a code does not wait for the
 * invitations of a whole file. A row still `sending` here outlived its lease: somebody crashed in the middle,
 * and nobody knows whether it went.
 */
export async function claimDueMessages(
  db: Queryable,
  { now, leaseUntil, atMost }: Claim,
): Promise<ClaimedMessage[]> {
  const { rows } = await sql<ClaimedMessage>`
    WITH due AS (
      SELECT id, status FROM outbox
       WHERE next_attempt_at <= ${now} AND expires_at > ${now} AND content IS NOT NULL
         AND NOT EXISTS (SELECT FROM account a WHERE a.id = outbox.account_id AND a.mail_stopped_at IS NOT NULL)
       ORDER BY expires_at, next_attempt_at LIMIT ${atMost} FOR UPDATE SKIP LOCKED)
    UPDATE outbox SET status = 'sending', attempts = attempts + 1, next_attempt_at = ${leaseUntil}
      FROM due WHERE outbox.id = due.id
    RETURNING outbox.id, kind, channel, content, message_id AS "messageId", created_at AS "createdAt", attempts,
              due.status IN ('sending', 'uncertain') AS "wasUncertain"`.execute(db);
  return rows;
}

const nothingLeft = { content: null, next_attempt_at: null };

interface Sent {
  now: Date;
  /** The other side's name for it, and when to ask by it; the first keeps a name that was given twice. */
  providerId?: string;
  nextPollAt?: Date;
}

/** Whoever else holds the message by now: sent is sent. What became of it may be known already. */
export const recordSent = (
  db: Queryable,
  id: string,
  { now, providerId, nextPollAt }: Sent,
): Promise<unknown> =>
  sql`
    WITH named AS (
      SELECT ${providerId ?? null}::text AS name
       WHERE NOT EXISTS (SELECT FROM outbox WHERE provider_id = ${providerId ?? null}))
    UPDATE outbox SET status = 'sent', sent_at = coalesce(sent_at, ${now}), last_problem = NULL, content = NULL,
           next_attempt_at = NULL, provider_id = coalesce(provider_id, (SELECT name FROM named)),
           next_poll_at = CASE WHEN delivery_status IS NULL OR delivery_status IN ('created', 'sending')
                               THEN (SELECT ${nextPollAt ?? null}::timestamptz FROM named) END
     WHERE id = ${id}`.execute(db);

export const recordFailed = (db: Queryable, claimed: ClaimedMessage, problem: string): Promise<unknown> =>
  stillHeld(db, claimed)
    .set({ status: 'failed', last_problem: problem, ...nothingLeft })
    .execute();

interface Retry {
  status: 'deferred' | 'uncertain';
  at: Date;
  problem: string;
}

export const recordRetry = (db: Queryable, claimed: ClaimedMessage, retry: Retry): Promise<unknown> =>
  stillHeld(db, claimed)
    .set({ status: retry.status, next_attempt_at: retry.at, last_problem: retry.problem })
    .execute();

/** A sender that outlived its lease must not overwrite what its successor found. */
const stillHeld = (db: Queryable, { id, attempts }: ClaimedMessage) =>
  db
    .updateTable('outbox')
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('status', '=', 'sending');

/** Gives up on what is past its time and erases it; what may have arrived stays `uncertain`. */
export async function expireDueMessages(db: Queryable, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    UPDATE outbox SET content = NULL, next_attempt_at = NULL,
           status = CASE WHEN status IN ('sending', 'uncertain') THEN 'uncertain'::message_status ELSE 'expired' END
     WHERE expires_at <= ${now} AND content IS NOT NULL
       AND (status <> 'sending' OR next_attempt_at <= ${now})`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** How many messages wait in which state, and how long the most overdue has waited for its turn. */
export async function outboxState(
  db: Queryable,
  now: Date,
): Promise<{ waiting: ReadonlyMap<string, number>; oldestDueSeconds: number }> {
  const rows = await db
    .selectFrom('outbox')
    .select([
      'status',
      (eb) => eb.fn.countAll<number>().as('count'),
      (eb) => eb.fn.min('next_attempt_at').as('due'),
    ])
    // What is done is left out: it only grows, and this is asked every few seconds.
    .where('next_attempt_at', 'is not', null)
    .groupBy('status')
    .execute();
  const due = rows.map((row) => row.due?.getTime() ?? now.getTime());
  return {
    waiting: new Map(rows.map((row) => [row.status, row.count])),
    oldestDueSeconds: Math.max(0, now.getTime() - Math.min(now.getTime(), ...due)) / 1000,
  };
}
