import { sql } from 'kysely';
import type { AccountState } from '../../../identity/index.ts';
import type { Realm } from '../../../kernel/actor.ts';
import type { AccountId, MessageId } from '../../../kernel/ids.ts';
import type { Queryable } from '../../../platform/database/database.ts';

export interface PersonFacts {
  id: AccountId;
  name: string;
  email: string;
  username: string | null;
  /** What they say they are, where the portal asks. */
  occupation: string | null;
  phone: string | null;
  addressLines: string[];
  postcode: string | null;
  contactNeeds: string[];
  interpreterLanguage: string | null;
  /** An address that waits to be confirmed. */
  pendingEmail: string | null;
  /** Former addresses that can still take a change back. */
  stoppers: { email: string; until: string }[];
  state: AccountState;
  stateReason: string | null;
  stateChangedAt: Date;
  createdAt: Date;
  lastLogInAt: Date | null;
  liveSessions: number;
  /** Where the account has a password; never the password. */
  passwordRealms: Realm[];
}

/** One person as the desk shows them; nothing that would let anybody in. */
export async function findPerson(
  db: Queryable,
  id: string,
  now: Date,
  seenSince: Date,
): Promise<PersonFacts | undefined> {
  const { rows } = await sql<PersonFacts>`
    SELECT a.id, a.full_name AS name, e.typed AS email, u.typed AS username, a.occupation, a.phone,
           a.address_lines AS "addressLines", a.postcode, a.contact_needs AS "contactNeeds",
           a.interpreter_language AS "interpreterLanguage", a.state, a.state_reason AS "stateReason",
           a.state_changed_at AS "stateChangedAt", a.created_at AS "createdAt",
           (SELECT at FROM audit_event WHERE subject_id = a.id AND action = 'logged-in'
             ORDER BY position DESC LIMIT 1) AS "lastLogInAt",
           (SELECT count(*) FROM session WHERE account_id = a.id AND ended_at IS NULL
               AND ends_at > ${now} AND last_seen_at > ${seenSince}) AS "liveSessions",
           (SELECT typed FROM account_email WHERE account_id = a.id AND state = 'pending') AS "pendingEmail",
           coalesce((SELECT json_agg(json_build_object('email', typed, 'until', revocable_until) ORDER BY revocable_until)
                       FROM account_email WHERE account_id = a.id AND revocable_until > ${now}), '[]') AS stoppers,
           ARRAY(SELECT realm::text FROM password WHERE account_id = a.id ORDER BY realm) AS "passwordRealms"
      FROM account a JOIN account_email e ON e.account_id = a.id AND e.state = 'current'
      LEFT JOIN login_name u ON u.account_id = a.id AND u.kind = 'username' AND u.retired_at IS NULL
     WHERE a.id = ${id}`.execute(db);
  return rows[0];
}

export interface PersonRole {
  organisationId: string;
  organisation: string;
  kind: 'practice' | 'branch' | 'operator';
  code: string | null;
  service: string;
  role: string;
  since: Date;
  endedAt: Date | null;
}

/** Present roles first, then those that ended, newest first. */
export const listPersonRoles = (db: Queryable, id: AccountId): Promise<PersonRole[]> =>
  db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .select([
      'organisation.id as organisationId',
      'organisation.name as organisation',
      'organisation.kind',
      'organisation.code',
      'membership.service',
      'membership.role',
      'membership.since',
      'membership.ended_at as endedAt',
    ])
    .where('membership.account_id', '=', id)
    .orderBy('membership.ended_at', (order) => order.desc().nullsFirst())
    .orderBy('membership.since')
    .limit(50)
    .execute();

export interface SentMessage {
  id: MessageId;
  kind: string;
  channel: string;
  status: string;
  createdAt: Date;
  sentAt: Date | null;
  /** What the other side says became of a text that it took. */
  deliveryStatus: string | null;
  deliveryStatusAt: Date | null;
  /** Whether what it said can still be looked at. */
  hasPreview: boolean;
}

/** What was sent to a person lately and what became of it. */
export const listMessages = (db: Queryable, id: AccountId, atMost: number): Promise<SentMessage[]> =>
  db
    .selectFrom('outbox')
    .select((eb) => [
      'id',
      'kind',
      'channel',
      'status',
      'created_at as createdAt',
      'sent_at as sentAt',
      'delivery_status as deliveryStatus',
      'delivery_status_at as deliveryStatusAt',
      eb('preview', 'is not', null).as('hasPreview'),
    ])
    .where('account_id', '=', id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(atMost)
    .$castTo<SentMessage>()
    .execute();
