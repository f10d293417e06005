import { type RawBuilder, sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import { isId } from '../../kernel/ids.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';
import type { Invitation, InvitationKey } from './invitation.ts';

/** By any link that was ever sent for it; by its id only to who is logged in with its address. */
export async function findInvitation(
  db: Queryable,
  key: InvitationKey,
  reader: AccountId | undefined,
  today: string,
): Promise<Invitation | undefined> {
  if ('link' in key) {
    const hash = hashOfSecret(key.link);
    const [found] = await select(
      db,
      sql`i.secret_hash = ${hash} OR i.past_hashes @> ARRAY[${hash}]`,
      sql`i.secret_hash IS NOT DISTINCT FROM ${hash}`,
      today,
    );
    return found;
  }
  if (!reader || !isId(key.id)) return undefined;
  const [found] = await select(db, sql`m.id = ${key.id} AND ${isOfAddress(reader)}`, sql`true`, today);
  return found;
}

/** Those that wait for whoever is logged in, the newest first. */
export const listInvitationsOf = (
  db: Queryable,
  reader: AccountId,
  { now, today }: { now: Date; today: string },
): Promise<Invitation[]> =>
  select(
    db,
    sql`m.state = 'invited' AND i.ended_at IS NULL AND i.expires_at > ${now} AND ${isOfAddress(reader)}`,
    sql`true`,
    today,
  );

export async function countInvitationsOf(db: Queryable, reader: AccountId, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*) AS count FROM member m JOIN invitation i ON i.member_id = m.id
     WHERE m.state = 'invited' AND i.ended_at IS NULL AND i.expires_at > ${now} AND ${isOfAddress(reader)}
  `.execute(db);
  return rows[0]?.count ?? 0;
}

/** The address is the account's now, and was proven to be. */
const isOfAddress = (reader: AccountId) => sql`
  m.email_canonical IN (SELECT canonical FROM account_email
                         WHERE account_id = ${reader} AND state = 'current' AND confirmed_at IS NOT NULL)`;

const isClosed = (which: 'o' | 'b', today: string) =>
  sql`(${sql.ref(`${which}.status`)} = 'closed' OR coalesce(${sql.ref(`${which}.closed_on`)} <= ${today}::date, false))`;

async function select(
  db: Queryable,
  which: RawBuilder<unknown>,
  isNewest: RawBuilder<unknown>,
  today: string,
): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`
    SELECT m.id AS "memberId", m.organisation_id AS "practiceId", coalesce(b.code, o.code) AS code,
           coalesce(b.name, o.name) AS organisation, m.full_name AS "fullName",
           json_build_object('typed', m.email_typed, 'canonical', m.email_canonical) AS email,
           inviter.full_name AS inviter, m.created_by AS "invitedBy", m.starts_on AS "startsOn", m.ends_on AS "endsOn",
           i.expires_at AS "expiresAt", i.sent_at AS "sentAt", ${isNewest} AS "isNewest", m.state AS "memberState",
           m.ended_because AS "endedBecause", (${isClosed('o', today)} OR coalesce(${isClosed('b', today)}, false)) AS "hasClosed",
           (SELECT coalesce(json_agg(json_build_object('service', r.service, 'role', r.role) ORDER BY r.service, r.role), '[]')
              FROM member_role r WHERE r.member_id = m.id) AS roles
      FROM member m
      JOIN invitation i ON i.member_id = m.id
      JOIN organisation o ON o.id = m.organisation_id
      LEFT JOIN organisation b ON b.id = m.branch_id
      LEFT JOIN account inviter ON inviter.id = m.created_by
     WHERE ${which}
     ORDER BY m.id DESC LIMIT 100
  `.execute(db);
  return rows;
}

/** Makes who was invited a member, in one statement: of two answers at once only one counts. */
export const markAccepted = async (
  tx: Tx,
  member: MemberId,
  account: AccountId,
  now: Date,
): Promise<boolean> =>
  (await tx
    .updateTable('member')
    .set({ state: 'active', account_id: account, accepted_at: now })
    .where('id', '=', member)
    .where('state', '=', 'invited')
    .returning('id')
    .executeTakeFirst()) !== undefined;

export interface TriedInvitation {
  memberId: MemberId;
  codeMac: string;
}

/** Takes one try at every invitation that waits at an address; there may be one of each organisation. */
export async function takeCodeTries(
  db: Queryable,
  canonical: string,
  tries: number,
  now: Date,
): Promise<TriedInvitation[]> {
  const { rows } = await sql<TriedInvitation>`
    UPDATE invitation i SET code_tries = i.code_tries + 1
      FROM member m
     WHERE m.id = i.member_id AND m.email_canonical = ${canonical} AND m.state = 'invited'
       AND i.ended_at IS NULL AND i.expires_at > ${now} AND i.code_mac IS NOT NULL AND i.code_tries < ${tries}
    RETURNING i.member_id AS "memberId", i.code_mac AS "codeMac"
  `.execute(db);
  return rows;
}

/** Gives an invitation a new secret in exchange for its code, once; the code and the mailed link are void from then on. */
export const exchangeForLink = (db: Queryable, { memberId, codeMac }: TriedInvitation, secretHash: string) =>
  sql<{ memberId: string }>`
    UPDATE invitation SET past_hashes = past_hashes || secret_hash, secret_hash = ${secretHash}, code_mac = NULL
     WHERE member_id = ${memberId} AND code_mac = ${codeMac} RETURNING member_id AS "memberId"
  `.execute(db);
