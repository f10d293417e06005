import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { DeviceId } from '../lockout/entry-lane.ts';

/** The device that carries this secret, if this very account logged in from it before. */
export const findKnownDevice = async (db: Queryable, account: AccountId, realm: Realm, secretHash: string) =>
  (await db
    .selectFrom('device')
    .select('id')
    .where('secret_hash', '=', secretHash)
    .where('account_id', '=', account)
    .where('realm', '=', realm)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()) as { id: DeviceId } | undefined;

export interface NewDevice {
  id: DeviceId;
  accountId: AccountId;
  realm: Realm;
  secretHash: string;
  /** What its owner would recognise, like "Firefox on Windows". */
  description: string;
  now: Date;
}

/** Part of the statement that adds a session, as is the next. */
export const newDevice = (tx: Tx, device: NewDevice) =>
  tx
    .insertInto('device')
    .values({
      id: device.id,
      account_id: device.accountId,
      realm: device.realm,
      secret_hash: device.secretHash,
      description: device.description,
      first_used_at: device.now,
      last_used_at: device.now,
    })
    .returning('id');

export const usedDevice = (tx: Tx, id: DeviceId, now: Date) =>
  tx.updateTable('device').set({ last_used_at: now }).where('id', '=', id).returning('id');

export const revokeDevice = (db: Queryable, id: DeviceId, now: Date) =>
  db.updateTable('device').set({ revoked_at: now }).where('id', '=', id).execute();

export const revokeDevices = (tx: Tx, account: AccountId, now: Date, except: DeviceId | null = null) =>
  tx
    .updateTable('device')
    .set({ revoked_at: now })
    .where('account_id', '=', account)
    .where('id', 'is distinct from', except)
    .where('revoked_at', 'is', null)
    .execute();

/** So long no code is asked for on it. Forgetting the device ends it. */
export const rememberDevice = (tx: Tx, id: DeviceId, until: Date) =>
  tx.updateTable('device').set({ remembered_until: until }).where('id', '=', id).execute();

/** After a change of factors a code is asked for everywhere again. */
export const forgetRemembered = (tx: Tx, account: AccountId) =>
  tx
    .updateTable('device')
    .set({ remembered_until: null })
    .where('account_id', '=', account)
    .where('remembered_until', 'is not', null)
    .execute();
