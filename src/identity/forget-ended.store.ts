import type { Queryable } from '../platform/database/database.ts';

const countOf = ({ numDeletedRows }: { numDeletedRows: bigint }): number => Number(numDeletedRows);

/** Sessions that had to end before then, however they did. */
export const removeEndedSessions = async (db: Queryable, endedBefore: Date, atMost: number) =>
  countOf(
    await db
      .deleteFrom('session')
      .where('id', 'in', (eb) =>
        eb.selectFrom('session').select('id').where('ends_at', '<', endedBefore).limit(atMost),
      )
      .executeTakeFirst(),
  );

/** Revoked devices that no session speaks of any more. */
export const removeRevokedDevices = async (db: Queryable, revokedBefore: Date, atMost: number) =>
  countOf(
    await db
      .deleteFrom('device')
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('device')
          .select('device.id')
          .where('revoked_at', '<', revokedBefore)
          .where((where) =>
            where.not(
              where.exists(
                where.selectFrom('session').select('session.id').whereRef('device_id', '=', 'device.id'),
              ),
            ),
          )
          .limit(atMost),
      )
      .executeTakeFirst(),
  );

/** Links past their time; never an invitation that still waits, for by it we know who was invited. */
export const removeDeadLinks = async (db: Queryable, expiredBefore: Date, atMost: number) =>
  countOf(
    await db
      .deleteFrom('access_link')
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('access_link')
          .select('id')
          .where('expires_at', '<', expiredBefore)
          .where((where) =>
            where.or([
              where('purpose', '<>', 'activate'),
              where('used_at', 'is not', null),
              where('replaced_at', 'is not', null),
            ]),
          )
          .limit(atMost),
      )
      .executeTakeFirst(),
  );
