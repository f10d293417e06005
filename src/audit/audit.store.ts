import { sql } from 'kysely';
import type { AccountId } from '../kernel/ids.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';
import type { AuditEvent } from './audit.ts';

interface NewEvent {
  id: string;
  at: Date;
  event: AuditEvent;
  subject: AccountId | undefined;
  clientMac: string | null;
  sealedDetail: Buffer | null;
}

export const addEvent = async (tx: Tx, { id, at, event, subject, ...rest }: NewEvent): Promise<void> => {
  const { actor } = event;
  const person = typeof actor === 'string' ? undefined : actor.person;
  await tx
    .insertInto('audit_event')
    .values({
      id,
      at,
      action: event.action,
      actor_id: person?.accountId ?? (actor === 'owner' ? (subject ?? null) : null),
      actor_kind: kindOf(actor),
      subject_id: subject ?? null,
      grant_id: typeof actor === 'string' ? null : (actor.grant ?? null),
      organisation_id: event.organisation ?? null,
      record_type: event.record?.type ?? null,
      record_id: event.record?.id ?? null,
      reason: event.reason ?? null,
      session_id: event.session ?? person?.sessionId ?? null,
      client_mac: rest.clientMac,
      sealed_detail: rest.sealedDetail,
    })
    .execute();
};

/** The same event of many subjects, by the system itself. */
export const addSystemEvents = async (
  tx: Tx,
  action: string,
  events: readonly { id: string; subject: AccountId }[],
  at: Date,
): Promise<void> => {
  await sql`
    INSERT INTO audit_event (id, at, action, actor_kind, subject_id)
    SELECT id, ${at}, ${action}, 'system', subject
      FROM unnest(${events.map(({ id }) => id)}::uuid[], ${events.map(({ subject }) => subject)}::uuid[])
        WITH ORDINALITY AS event (id, subject, place) ORDER BY place`.execute(tx);
};

const kindOf = (actor: AuditEvent['actor']): 'person' | 'staff' | 'system' | 'anyone' => {
  if (actor === 'system' || actor === 'anyone') return actor;
  return actor === 'owner' || actor.person.realm === 'portal' ? 'person' : 'staff';
};

/** That staff looked is no change: with them every call would push the rest off the list. */
const looks = [
  ...['person-viewed', 'message-viewed', 'ticket-viewed', 'attachment-viewed', 'mail-viewed'],
  ...[
    'tickets-listed',
    'people-listed',
    'call-backs-listed',
    'mail-listed',
    'tasks-listed',
    'activity-listed',
  ],
];

/** A person's newest events, for the person and for staff: what, when and by which kind of actor, never the detail. */
export const listRecentEvents = (db: Queryable, subject: AccountId, limit: number) =>
  db
    .selectFrom('audit_event')
    .leftJoin('account as actor', 'actor.id', 'audit_event.actor_id')
    .select([
      'audit_event.action',
      'audit_event.at',
      'audit_event.actor_kind as actorKind',
      'actor.full_name as actorName',
      'audit_event.reason',
    ])
    .where('subject_id', '=', subject)
    .where('audit_event.action', 'not in', looks)
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();

/** The newest changes of one record, with the key of whom each is about, while there is one. */
export const listEventsOfRecord = (db: Queryable, record: { type: string; id: string }, limit: number) =>
  db
    .selectFrom('audit_event')
    .leftJoin('account as actor', 'actor.id', 'audit_event.actor_id')
    .leftJoin('person_key', 'person_key.account_id', 'audit_event.subject_id')
    .select([
      'audit_event.id',
      'audit_event.action',
      'audit_event.at',
      'audit_event.actor_kind as actorKind',
      'actor.full_name as actorName',
      'audit_event.reason',
      'audit_event.subject_id as subject',
      'audit_event.sealed_detail as sealedDetail',
      'person_key.sealed_key as sealedKey',
    ])
    .where('record_type', '=', record.type)
    .where('record_id', '=', record.id)
    .where('audit_event.action', 'not in', looks)
    .orderBy('at', 'desc')
    .orderBy('position', 'desc')
    .limit(limit)
    .execute();
