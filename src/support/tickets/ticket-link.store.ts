import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { RequesterId, TicketId } from './ticket.ts';

/** `open` works until it expires, however often; every other once, and only the newest. */
export type TicketLinkPurpose = 'confirm' | 'open' | 'agree' | 'sign-in' | 'document';

export interface TicketLink {
  id: string;
  purpose: TicketLinkPurpose;
  ticketId: TicketId | null;
  requesterId: RequesterId;
  usedAt: Date | null;
  replacedAt: Date | null;
  expiresAt: Date;
}

const columns = [
  'id',
  'purpose',
  'ticket_id as ticketId',
  'requester_id as requesterId',
  'used_at as usedAt',
  'replaced_at as replacedAt',
  'expires_at as expiresAt',
] as const;

export const addTicketLink = (
  tx: Tx,
  link: {
    id: string;
    purpose: TicketLinkPurpose;
    ticketId: TicketId | null;
    requesterId: RequesterId;
    secretHash: string;
    codeMac: string;
    now: Date;
    expiresAt: Date;
  },
) =>
  tx
    .insertInto('ticket_link')
    .values({
      id: link.id,
      purpose: link.purpose,
      ticket_id: link.ticketId,
      requester_id: link.requesterId,
      secret_hash: link.secretHash,
      code_mac: link.codeMac,
      created_at: link.now,
      expires_at: link.expiresAt,
    })
    .execute();

/** Makes the ones before void; of `confirm` and `agree` those of the same ticket, of the others all of the requester. */
export const replaceTicketLinks = (
  tx: Tx,
  link: { purpose: TicketLinkPurpose; ticketId: TicketId | null; requesterId: RequesterId },
  now: Date,
) =>
  tx
    .updateTable('ticket_link')
    .set({ replaced_at: now })
    .where('requester_id', '=', link.requesterId)
    .where('purpose', '=', link.purpose)
    .where(sql<boolean>`ticket_id IS NOT DISTINCT FROM ${link.ticketId}`)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .execute();

export const findTicketLink = (db: Queryable, hash: string, purpose: TicketLinkPurpose) =>
  db
    .selectFrom('ticket_link')
    .select(columns)
    .where('secret_hash', '=', hash)
    .where('purpose', '=', purpose)
    .$castTo<TicketLink>()
    .executeTakeFirst();

/** Uses up a link in one statement, so two clicks cannot both succeed. */
export const consumeTicketLink = (tx: Tx, hash: string, purpose: TicketLinkPurpose, now: Date) =>
  tx
    .updateTable('ticket_link')
    .set({ used_at: now })
    .where('secret_hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(columns)
    .$castTo<TicketLink>()
    .executeTakeFirst();

/** Takes one try at the newest live link of an address for a purpose; nothing when there is none or no try is left. */
export async function takeTicketCodeTry(
  db: Queryable,
  {
    canonical,
    purpose,
    ticketId,
  }: { canonical: string; purpose: TicketLinkPurpose; ticketId: TicketId | null },
  tries: number,
  now: Date,
): Promise<{ id: string; requesterId: RequesterId; codeMac: string } | undefined> {
  const { rows } = await sql<{ id: string; requesterId: RequesterId; codeMac: string }>`
    UPDATE ticket_link SET code_tries = code_tries + 1
     WHERE id = (SELECT l.id FROM ticket_link l JOIN requester r ON r.id = l.requester_id
                  WHERE r.canonical = ${canonical} AND l.purpose = ${purpose} AND l.used_at IS NULL
                    AND l.replaced_at IS NULL AND l.expires_at > ${now}
                    AND (${ticketId}::uuid IS NULL OR l.ticket_id = ${ticketId}) ORDER BY l.created_at DESC LIMIT 1)
       AND code_tries < ${tries} AND used_at IS NULL AND replaced_at IS NULL
    RETURNING id, requester_id AS "requesterId", code_mac AS "codeMac"
  `.execute(db);
  return rows[0];
}

/** Gives the link a new secret in exchange for its code; the code and the mailed link are void from then on. */
export const exchangeTicketLink = (
  db: Queryable,
  link: { id: string; codeMac: string },
  secretHash: string,
  now: Date,
) =>
  db
    .updateTable('ticket_link')
    .set({ secret_hash: secretHash, code_mac: `exchanged:${link.codeMac}` })
    .where('id', '=', link.id)
    .where('code_mac', '=', link.codeMac)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst();

/** Nothing that was mailed about a ticket opens it any more. */
export const endTicketLinks = (tx: Tx, ticket: TicketId, now: Date) =>
  tx
    .updateTable('ticket_link')
    .set({ replaced_at: now })
    .where('ticket_id', '=', ticket)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .execute();
