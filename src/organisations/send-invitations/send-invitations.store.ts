import { sql } from 'kysely';
import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';
import type { RoleName } from '../roles/roles.ts';

export interface DueInvitation {
  memberId: MemberId;
  organisationId: OrganisationId;
  /** The practice, or the branch they are limited to. */
  organisation: string;
  fullName: string;
  email: { typed: string; canonical: string };
  inviter: string | null;
  roles: RoleName[];
  expiresAt: Date;
}

/** Nobody was written to yet, or it is asked for again. */
const isToSend = (now: Date) => sql`i.send_at <= ${now} AND i.expires_at > ${now}`;

/** Sent that long ago and not answered; each is reminded of once. */
const isToRemind = (sentBefore: Date, now: Date) => sql`
  i.sent_at <= ${sentBefore} AND i.send_at IS NULL AND i.reminded_at IS NULL AND i.ended_at IS NULL AND i.expires_at > ${now}`;

export interface Due {
  /** Sent before it are to be reminded of; undefined for those to be sent. */
  sentBefore?: Date;
  now: Date;
}

const isDue = ({ sentBefore, now }: Due) => (sentBefore ? isToRemind(sentBefore, now) : isToSend(now));

export async function listDue(db: Queryable, due: Due, atMost: number): Promise<MemberId[]> {
  const { rows } = await sql<{ id: MemberId }>`
    SELECT m.id FROM invitation i JOIN member m ON m.id = i.member_id AND m.state = 'invited'
     WHERE ${isDue(due)} ORDER BY m.id LIMIT ${atMost}
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** Held until it is sent. Waits for nobody: who is being changed at this moment is looked at the next time. */
export async function claim(tx: Tx, id: MemberId, due: Due): Promise<DueInvitation | undefined> {
  const { rows } = await sql<DueInvitation>`
    SELECT m.id AS "memberId", m.organisation_id AS "organisationId", coalesce(b.name, o.name) AS organisation,
           m.full_name AS "fullName", json_build_object('typed', m.email_typed, 'canonical', m.email_canonical) AS email,
           inviter.full_name AS inviter, i.expires_at AS "expiresAt",
           (SELECT coalesce(json_agg(json_build_object('service', r.service, 'role', r.role) ORDER BY r.service, r.role), '[]')
              FROM member_role r WHERE r.member_id = m.id) AS roles
      FROM invitation i
      JOIN member m ON m.id = i.member_id AND m.state = 'invited'
      JOIN organisation o ON o.id = m.organisation_id
      LEFT JOIN organisation b ON b.id = m.branch_id
      LEFT JOIN account inviter ON inviter.id = m.created_by
     WHERE m.id = ${id} AND ${isDue(due)}
       FOR UPDATE OF i, m SKIP LOCKED
  `.execute(tx);
  return rows[0];
}

interface Sent {
  secretHash: string;
  codeMac: string;
  messageId: string;
  isReminder: boolean;
  now: Date;
}

/** The link just sent is the only one that works from now on; those from before only say so. */
export const markSent = (tx: Tx, member: MemberId, sent: Sent) =>
  sql`
    UPDATE invitation
       SET past_hashes = CASE WHEN secret_hash IS NULL THEN past_hashes ELSE past_hashes || secret_hash END,
           secret_hash = ${sent.secretHash}, code_mac = ${sent.codeMac}, code_tries = 0, send_at = NULL, sends = sends + 1,
           sent_at = ${sent.now}, message_id = ${sent.messageId},
           reminded_at = CASE WHEN ${sent.isReminder} THEN ${sent.now}::timestamptz END
     WHERE member_id = ${member}
  `.execute(tx);

export const postpone = (tx: Tx, member: MemberId, until: Date) =>
  tx.updateTable('invitation').set({ send_at: until }).where('member_id', '=', member).execute();
