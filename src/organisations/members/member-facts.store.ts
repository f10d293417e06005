import { sql } from 'kysely';
import type { Queryable } from '../../platform/database/database.ts';
import type { MessageStatus } from '../../platform/database/tables.ts';
import type { MemberId } from './member.ts';

/** Who did something: a colleague by name; support without one. */
export interface WhoDidIt {
  name: string;
  isSupport: boolean;
}

/** What stands around a member: names instead of ids, and what became of their invitation. */
export interface MemberFacts {
  branch: { code: string; name: string } | null;
  addedBy: WhoDidIt | null;
  endedBy: WhoDidIt | null;
  account: { state: string; because: string | null } | null;
  invitation: InvitationFacts | null;
}

export interface InvitationFacts {
  /** A next email is due and not written yet. */
  isDue: boolean;
  sentAt: Date | null;
  expiresAt: Date;
  /** Of the newest email; nothing once it is forgotten. */
  status: MessageStatus | null;
  delivery: string | null;
}

type FactsRow = MemberFacts & {
  id: MemberId;
  invitation: (Omit<InvitationFacts, 'sentAt' | 'expiresAt'> & { sentAt: string; expiresAt: string }) | null;
};

export async function listMemberFacts(
  db: Queryable,
  members: readonly MemberId[],
): Promise<Map<MemberId, MemberFacts>> {
  if (members.length === 0) return new Map();
  const { rows } = await sql<FactsRow>`
    SELECT m.id,
           CASE WHEN b.id IS NOT NULL THEN json_build_object('code', b.code, 'name', b.name) END AS branch,
           ${who('c')} AS "addedBy", ${who('d')} AS "endedBy",
           CASE WHEN a.id IS NOT NULL THEN json_build_object('state', a.state, 'because', a.deactivated_because) END AS account,
           CASE WHEN i.member_id IS NOT NULL THEN json_build_object('isDue', i.send_at IS NOT NULL, 'sentAt', i.sent_at,
             'expiresAt', i.expires_at, 'status', o.status, 'delivery', o.delivery_status) END AS invitation
      FROM member m
      LEFT JOIN organisation b ON b.id = m.branch_id
      LEFT JOIN account c ON c.id = m.created_by
      LEFT JOIN account d ON d.id = m.ended_by
      LEFT JOIN account a ON a.id = m.account_id AND m.state <> 'removed'
      LEFT JOIN invitation i ON i.member_id = m.id
      LEFT JOIN outbox o ON o.id = i.message_id
     WHERE m.id = ANY (${members}::uuid[])
  `.execute(db);
  return new Map(
    rows.map(({ id, invitation, ...facts }) => [id, { ...facts, invitation: dated(invitation) }]),
  );
}

const who = (account: 'c' | 'd') => sql`
  CASE WHEN ${sql.ref(`${account}.id`)} IS NOT NULL THEN json_build_object('name', ${sql.ref(`${account}.full_name`)}, 'isSupport',
    EXISTS (SELECT FROM membership s WHERE s.account_id = ${sql.ref(`${account}.id`)} AND s.service = 'support')) END`;

const dated = (invitation: FactsRow['invitation']): InvitationFacts | null =>
  invitation && {
    ...invitation,
    sentAt: invitation.sentAt ? new Date(invitation.sentAt) : null,
    expiresAt: new Date(invitation.expiresAt),
  };
