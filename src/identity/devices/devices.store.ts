import type { Realm, SessionId } from '../../kernel/actor.ts';
import { before, type Duration } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { DeviceId } from '../lockout/entry-lane.ts';

export interface Part {
  from: number;
  atMost: number;
}

interface Whose {
  account: AccountId;
  realm: Realm;
}

const liveSessions = (db: Queryable, { account, realm }: Whose, idle: Duration, now: Date) =>
  db
    .selectFrom('session')
    .leftJoin('device', 'device.id', 'session.device_id')
    .where('session.account_id', '=', account)
    .where('session.realm', '=', realm)
    .where('session.ended_at', 'is', null)
    .where('session.ends_at', '>', now)
    .where('session.last_seen_at', '>', before(now, idle));

export interface ListedSession {
  id: SessionId;
  deviceId: DeviceId | null;
  device: string | null;
  startedAt: Date;
  lastSeenAt: Date;
  endsAt: Date;
}

/** The one that asks first, then the latest used. */
export const listSessions = (
  db: Queryable,
  whose: Whose,
  own: SessionId,
  idle: Duration,
  part: Part,
  now: Date,
) =>
  liveSessions(db, whose, idle, now)
    .select([
      'session.id',
      'session.device_id as deviceId',
      'device.description as device',
      'session.started_at as startedAt',
      'session.last_seen_at as lastSeenAt',
      'session.ends_at as endsAt',
    ])
    .orderBy((eb) => eb('session.id', '=', own), 'desc')
    .orderBy('session.last_seen_at', 'desc')
    .orderBy('session.id')
    .offset(part.from)
    .limit(part.atMost)
    .$castTo<ListedSession>()
    .execute();

export const countSessions = async (db: Queryable, whose: Whose, idle: Duration, now: Date) =>
  (
    await liveSessions(db, whose, idle, now)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count;

const knownDevices = (db: Queryable, { account, realm }: Whose) =>
  db
    .selectFrom('device')
    .where('account_id', '=', account)
    .where('realm', '=', realm)
    .where('revoked_at', 'is', null);

export interface ListedDevice {
  id: DeviceId;
  description: string;
  firstUsedAt: Date;
  lastUsedAt: Date;
}

export const listDevices = (db: Queryable, whose: Whose, part: Part) =>
  knownDevices(db, whose)
    .select(['id', 'description', 'first_used_at as firstUsedAt', 'last_used_at as lastUsedAt'])
    .orderBy('last_used_at', 'desc')
    .orderBy('id')
    .offset(part.from)
    .limit(part.atMost)
    .$castTo<ListedDevice>()
    .execute();

export const countDevices = async (db: Queryable, whose: Whose) =>
  (
    await knownDevices(db, whose)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count;

/** Nothing for another person's, another realm's, or one that ended already. */
export const endOwnSession = async (tx: Tx, { account, realm }: Whose, id: string, now: Date) =>
  (await tx
    .updateTable('session')
    .set({ ended_at: now, ended_because: 'ended-by-owner' })
    .where('id', '=', id)
    .where('account_id', '=', account)
    .where('realm', '=', realm)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const forgetOwnDevice = async (tx: Tx, { account, realm }: Whose, id: string, now: Date) =>
  (await tx
    .updateTable('device')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('account_id', '=', account)
    .where('realm', '=', realm)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;

/** Gives the sessions it ended. */
export const endDeviceSessions = (tx: Tx, account: AccountId, device: string, now: Date) =>
  tx
    .updateTable('session')
    .set({ ended_at: now, ended_because: 'device-forgotten' })
    .where('account_id', '=', account)
    .where('device_id', '=', device)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
