import { sql } from 'kysely';
import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { DeviceId } from '../lockout/entry-lane.ts';

export interface UnsettledDevice {
  id: DeviceId;
  accountId: AccountId;
  realm: Realm;
  description: string;
  firstUsedAt: Date;
  /** Whether another came before it, and whether another is known still. */
  hadOthers: boolean;
  hasOthers: boolean;
  passwordSetAt: Date | null;
}

/** Devices that nobody decided yet whether to tell of; locked, so that two nodes tell once. */
export const claimUnsettledDevices = async (tx: Tx, limit: number): Promise<UnsettledDevice[]> => {
  const { rows } = await sql<UnsettledDevice>`
    SELECT d.id, d.account_id AS "accountId", d.realm, d.description, d.first_used_at AS "firstUsedAt",
           EXISTS (SELECT FROM device o WHERE o.account_id = d.account_id AND o.realm = d.realm
                      AND o.id <> d.id AND (o.notice_settled_at IS NOT NULL OR (o.first_used_at, o.id) < (d.first_used_at, d.id))) AS "hadOthers",
           EXISTS (SELECT FROM device o WHERE o.account_id = d.account_id AND o.realm = d.realm
                      AND o.id <> d.id AND o.revoked_at IS NULL) AS "hasOthers",
           (SELECT set_at FROM password p WHERE p.account_id = d.account_id AND p.realm = d.realm) AS "passwordSetAt"
      FROM device d WHERE d.notice_settled_at IS NULL
     ORDER BY d.first_used_at LIMIT ${limit} FOR UPDATE SKIP LOCKED`.execute(tx);
  return rows;
};

export const settleNotice = (tx: Tx, id: DeviceId, now: Date) =>
  tx.updateTable('device').set({ notice_settled_at: now }).where('id', '=', id).execute();
