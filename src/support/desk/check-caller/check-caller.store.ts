import { sql } from 'kysely';
import type { AccountId, Id } from '../../../kernel/ids.ts';
import type { Queryable, Tx } from '../../../platform/database/database.ts';
import type { TicketId } from '../../tickets/ticket.ts';

export type CallerCheckId = Id<'caller-check'>;

export interface CallerCheck {
  id: CallerCheckId;
  accountId: AccountId;
  name: string;
  channel: 'email' | 'sms';
  expiresAt: Date;
}

/** Only the newest code of a ticket counts. */
export async function addCallerCheck(
  tx: Tx,
  check: {
    id: CallerCheckId;
    ticketId: TicketId;
    accountId: AccountId;
    channel: 'email' | 'sms';
    codeMac: string;
    askedBy: AccountId;
    now: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await tx
    .updateTable('caller_check')
    .set({ replaced_at: check.now })
    .where('ticket_id', '=', check.ticketId)
    .where('replaced_at', 'is', null)
    .execute();
  await tx
    .insertInto('caller_check')
    .values({
      id: check.id,
      ticket_id: check.ticketId,
      account_id: check.accountId,
      channel: check.channel,
      code_mac: check.codeMac,
      asked_by: check.askedBy,
      created_at: check.now,
      expires_at: check.expiresAt,
    })
    .execute();
}

/** The check that waits for its code. */
export const findOpenCheck = (db: Queryable, ticket: TicketId, now: Date): Promise<CallerCheck | undefined> =>
  db
    .selectFrom('caller_check')
    .innerJoin('account', 'account.id', 'caller_check.account_id')
    .select([
      'caller_check.id',
      'caller_check.account_id as accountId',
      'account.full_name as name',
      'caller_check.channel',
      'caller_check.expires_at as expiresAt',
    ])
    .where('ticket_id', '=', ticket)
    .where('replaced_at', 'is', null)
    .where('proven_at', 'is', null)
    .where('expires_at', '>', now)
    .$castTo<CallerCheck>()
    .executeTakeFirst();

/** Takes one try before the code is compared; nothing when none is left. */
export async function takeCheckTry(
  db: Queryable,
  ticket: TicketId,
  tries: number,
  now: Date,
): Promise<{ id: CallerCheckId; accountId: AccountId; codeMac: string } | undefined> {
  const { rows } = await sql<{ id: CallerCheckId; accountId: AccountId; codeMac: string }>`
    UPDATE caller_check SET code_tries = code_tries + 1
     WHERE ticket_id = ${ticket} AND replaced_at IS NULL AND proven_at IS NULL AND expires_at > ${now}
       AND code_tries < ${tries}
    RETURNING id, account_id AS "accountId", code_mac AS "codeMac"
  `.execute(db);
  return rows[0];
}

export const markProven = async (tx: Tx, id: CallerCheckId, now: Date): Promise<boolean> =>
  (await tx
    .updateTable('caller_check')
    .set({ proven_at: now })
    .where('id', '=', id)
    .where('proven_at', 'is', null)
    .where('replaced_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;
