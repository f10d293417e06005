import { sql } from 'kysely';
import type { AccountId } from '../kernel/ids.ts';
import type { Queryable } from '../platform/database/database.ts';
import type { RequesterId, TicketId } from './tickets/ticket.ts';

/** The records of the addresses of an account: of the portal, its own and those linked to it; of support, its one. */
export const listRequestersOfAccount = async (db: Queryable, account: AccountId): Promise<RequesterId[]> => {
  const { rows } = await sql<{ id: RequesterId }>`
    SELECT r.id FROM requester r WHERE r.portal_account_id = ${account}
    UNION
    SELECT r.id FROM requester r JOIN account_email e ON e.canonical = r.canonical
     WHERE e.account_id = ${account} AND e.state = 'current' AND e.confirmed_at IS NOT NULL
    UNION
    SELECT r.id FROM requester r JOIN support_address s ON s.canonical = r.canonical
     WHERE s.account_id = ${account}`.execute(db);
  return rows.map(({ id }) => id);
};

export interface EndedForDeath {
  /** Addresses of accounts that tickets were followed with. */
  accounts: { id: AccountId; email: string }[];
  tickets: { id: TicketId; reference: string }[];
}

/** The accounts with which tickets of these addresses are followed; with `endedAt`, those that were closed then. */
export const listTicketAccountsOf = async (
  db: Queryable,
  {
    account,
    requesters,
    endedAt,
  }: { account: AccountId; requesters: readonly RequesterId[]; endedAt?: Date },
): Promise<EndedForDeath['accounts']> => {
  const { rows } = await sql<EndedForDeath['accounts'][number]>`
    SELECT a.id, s.typed AS email FROM account a JOIN support_address s ON s.account_id = a.id
     WHERE (a.id = ${account} OR s.canonical IN (
              SELECT canonical FROM requester WHERE id = ANY(${[...requesters]}::uuid[])))
       AND ${endedAt ? sql`a.mail_stopped_at = ${endedAt}` : sql`a.state = 'active'`}
     ORDER BY a.id`.execute(db);
  return rows;
};

/** What these addresses asked and is not closed; with `endedAt`, what was closed then. */
export const listTicketsToEnd = async (
  db: Queryable,
  requesters: readonly RequesterId[],
  endedAt?: Date,
): Promise<EndedForDeath['tickets']> => {
  const { rows } = await sql<EndedForDeath['tickets'][number]>`
    SELECT id, reference FROM ticket
     WHERE requester_id = ANY(${[...requesters]}::uuid[])
       AND ${
         endedAt
           ? sql`state = 'closed' AND closed_at = ${endedAt} AND merged_into IS NULL`
           : sql`state NOT IN ('held', 'closed')`
       }
     ORDER BY id`.execute(db);
  return rows;
};

/** Everything that ended when an account was stopped. */
export async function listEndedForDeath(db: Queryable, account: AccountId, at: Date): Promise<EndedForDeath> {
  const requesters = await listRequestersOfAccount(db, account);
  return {
    accounts: await listTicketAccountsOf(db, { account, requesters, endedAt: at }),
    tickets: await listTicketsToEnd(db, requesters, at),
  };
}
