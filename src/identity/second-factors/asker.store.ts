import type { SessionId } from '../../kernel/actor.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { DeviceId } from '../lockout/entry-lane.ts';

/** The device a session is on; its id only while it is known. */
export const findSessionDevice = (db: Queryable, session: SessionId) =>
  db
    .selectFrom('session')
    .innerJoin('device', 'device.id', 'session.device_id')
    .select((eb) => [
      'device.description',
      eb.case().when('device.revoked_at', 'is', null).then(eb.ref('device.id')).end().as('deviceId'),
    ])
    .where('session.id', '=', session)
    .$narrowType<{ deviceId: DeviceId | null }>()
    .executeTakeFirst();

/** Asked with the account held: whoever ends sessions holds it too. */
export const isSessionOpen = async (tx: Tx, session: SessionId): Promise<boolean> =>
  (await tx
    .selectFrom('session')
    .select('id')
    .where('id', '=', session)
    .where('ended_at', 'is', null)
    .executeTakeFirst()) !== undefined;
