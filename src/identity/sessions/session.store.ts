import { sql } from 'kysely';
import type { ActingFor, Person, Place, Realm, Role, SessionId } from '../../kernel/actor.ts';
import { after, before, type Duration } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/words.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { DeviceId } from '../lockout/entry-lane.ts';
import { endingAttempts, type LogInAttemptId } from '../log-in-attempts/log-in-attempt.store.ts';
import type { newDevice, usedDevice } from './device.store.ts';

export interface LiveSession {
  person: Omit<Person, 'sessionEnds'>;
  /** When it was last noted that they act for their organisation. */
  usedAt: Date | undefined;
  lastSeenAt: Date;
  endsAt: Date;
  /** Goes on however long it is not used, until it ends. */
  isLasting: boolean;
}

/**
 * Who holds a token now, with the roles they hold at this moment; nothing when the session or account ended. They act for
 * the organisation whose code their request names, if they belong there. A token opens only the door that it was given at.
 */
export async function findLiveSession(
  db: Queryable,
  tokenHash: string,
  place: Place,
  idle: Duration,
  now: Date,
  code?: string,
): Promise<LiveSession | undefined> {
  const realm = realmOf(place);
  const { rows } = await sql<SessionRow>`
    SELECT s.id AS "sessionId", s.account_id AS "accountId", a.full_name AS name, a.preferred_language AS language,
           s.last_seen_at AS "lastSeenAt",
           s.authenticated_at AS "authenticatedAt", s.factor_proven_at AS "factorProvenAt", s.ends_at AS "endsAt",
           s.is_lasting AS "isLasting",
           coalesce((SELECT json_agg(json_build_object('organisationId', m.organisation_id, 'service', m.service, 'role', m.role))
                       FROM membership m WHERE m.account_id = a.id AND m.ended_at IS NULL), '[]') AS roles,
           ${organisationNow(code)} AS organisation
      FROM session s JOIN account a ON a.id = s.account_id
     WHERE s.token_hash = ${tokenHash} AND s.realm = ${realm} AND s.ended_at IS NULL
       AND s.ends_at > ${now} AND (s.is_lasting OR s.last_seen_at > ${before(now, idle)})
       AND a.home = ${homeOf(place)} AND a.state = 'active'
  `.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const { lastSeenAt, endsAt, isLasting, organisation, language, factorProvenAt, ...person } = row;
  const { usedAt, ...actingFor } = organisation ?? {};
  const chosen = {
    language: language ?? undefined,
    organisation: organisation ? (actingFor as ActingFor) : undefined,
    factorProvenAt: factorProvenAt ?? undefined,
  };
  const used = usedAt ? new Date(usedAt) : undefined;
  return { person: { ...person, ...chosen, realm }, usedAt: used, lastSeenAt, endsAt, isLasting };
}

const realmOf = (place: Place): Realm => (place === 'portal' ? 'portal' : 'support');

/** Staff hold an account of the portal; whoever has only tickets holds one that lives in support. */
const homeOf = (place: Place): Realm => (place === 'tickets' ? 'support' : 'portal');

/**
 * The one that the address names, or the practice of the branch it names; else the one that was chosen, for as long as
 * its owner belongs there; else the one they have belonged to longest.
 */
const organisationNow = (code: string | undefined) => sql`
  (SELECT json_build_object('id', held.id, 'code', held.code, 'name', held.name, 'isOneOfSeveral', held.count > 1,
                            'usedAt', held.used_at)
     FROM (SELECT o.id, o.code, o.name, min(m.since) AS since, max(m.used_at) AS used_at, count(*) OVER () AS count
             FROM membership m JOIN organisation o ON o.id = m.organisation_id
            WHERE m.account_id = s.account_id AND m.ended_at IS NULL AND m.service <> 'support' AND s.realm = 'portal'
            GROUP BY o.id) held
    ORDER BY ${code ? named(code) : sql``} (held.id = s.organisation_id) DESC NULLS LAST, held.since, held.id LIMIT 1)`;

const named = (code: string) => sql`
  (held.code = ${code}) DESC NULLS LAST,
  (held.id = (SELECT parent_id FROM organisation WHERE code = ${code})) DESC NULLS LAST,`;

interface SessionRow {
  sessionId: SessionId;
  accountId: AccountId;
  name: string;
  lastSeenAt: Date;
  authenticatedAt: Date;
  factorProvenAt: Date | null;
  endsAt: Date;
  isLasting: boolean;
  roles: Role[];
  language: Language | null;
  organisation: (ActingFor & { usedAt: string | null }) | null;
}

export const touchSession = (db: Queryable, id: SessionId, now: Date) =>
  db.updateTable('session').set({ last_seen_at: now }).where('id', '=', id).execute();

export interface NewSession {
  id: SessionId;
  tokenHash: string;
  accountId: AccountId;
  realm: Realm;
  deviceId: DeviceId;
  /** When a factor was given for it; null for a password alone. */
  factorProvenAt: Date | null;
  now: Date;
  longest: Duration;
  isLasting: boolean;
}

/** One statement for the session and its device, because every log in waits for it. */
export const addSession = (
  tx: Tx,
  session: NewSession,
  device: ReturnType<typeof newDevice | typeof usedDevice>,
) =>
  tx
    .with('device_now', () => device)
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      realm: session.realm,
      device_id: session.deviceId,
      started_at: session.now,
      authenticated_at: session.now,
      factor_proven_at: session.factorProvenAt,
      last_seen_at: session.now,
      ends_at: after(session.now, session.longest),
      is_lasting: session.isLasting,
      organisation_id: sql`(SELECT last_organisation_id FROM account WHERE id = ${session.accountId})`,
    })
    .execute();

export const endSession = (tx: Tx, id: SessionId, because: string, now: Date) =>
  tx
    .updateTable('session')
    .set({ ended_at: now, ended_because: because })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();

/** And every log in that waits for a code, so that whoever knew the password has to begin again; one that is set up goes on. */
export const endSessions = (
  tx: Tx,
  account: AccountId,
  because: string,
  now: Date,
  exceptAttempt: LogInAttemptId | null = null,
) =>
  tx
    .with('waiting', () => endingAttempts(tx, account, now, exceptAttempt))
    .updateTable('session')
    .set({ ended_at: now, ended_because: because })
    .where('account_id', '=', account)
    .where('ended_at', 'is', null)
    .execute();

export const endRealmSessions = (tx: Tx, account: AccountId, realm: Realm, because: string, now: Date) =>
  tx
    .with('waiting', () => endingAttempts(tx, account, now).where('realm', '=', realm))
    .updateTable('session')
    .set({ ended_at: now, ended_because: because })
    .where('account_id', '=', account)
    .where('realm', '=', realm)
    .where('ended_at', 'is', null)
    .execute();

/** Those of the portal in which no code was ever given. */
export const endUnproven = (tx: Tx, account: AccountId, because: string, now: Date) =>
  tx
    .updateTable('session')
    .set({ ended_at: now, ended_because: because })
    .where('account_id', '=', account)
    .where('realm', '=', 'portal')
    .where('factor_proven_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
