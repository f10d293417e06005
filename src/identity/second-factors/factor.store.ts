import { sql } from 'kysely';
import type { Realm, Role } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { DeviceId } from '../lockout/entry-lane.ts';
import type { Factor, FactorId } from './factor.ts';

/** What an account has in a realm now, removed ones left out. */
export async function listFactors(db: Queryable, account: AccountId, realm: Realm): Promise<Factor[]> {
  const { rows } = await sql<Factor>`
    SELECT f.id, f.kind, f.name, f.is_preferred AS "isPreferred", f.added_at AS "addedAt",
           f.last_used_at AS "lastUsedAt", f.trusted_from AS "trustedFrom", f.phone,
           f.phone_dialled AS "phoneDialled", f.is_backed_up AS "isBackedUp",
           (SELECT count(*)::int FROM recovery_code c WHERE c.factor_id = f.id AND c.used_at IS NULL) AS "codesLeft"
      FROM factor f
     WHERE f.account_id = ${account} AND f.realm = ${realm} AND f.removed_at IS NULL
     ORDER BY f.added_at, f.id`.execute(db);
  return rows;
}

/** What decides whether a log in needs a code, in one question. */
export interface ProofRecord {
  factors: Factor[];
  roles: Pick<Role, 'service' | 'role'>[];
  recoveredAt: Date | null;
  /** The hash in force, for a log in that looked at it before it held the account. */
  passwordHash: string | null;
  /** The device named, while it is known. */
  device: DeviceId | null;
  /** So long no code is asked for on the device named. */
  rememberedUntil: Date | null;
}

export async function findProofRecord(
  db: Queryable,
  { account, realm, device }: { account: AccountId; realm: Realm; device: DeviceId | null },
): Promise<ProofRecord> {
  const { rows } = await sql<Omit<ProofRecord, 'factors'> & { hasFactors: boolean }>`
    SELECT coalesce((SELECT json_agg(json_build_object('service', m.service, 'role', m.role))
                       FROM membership m WHERE m.account_id = ${account} AND m.ended_at IS NULL), '[]') AS roles,
           p.recovered_at AS "recoveredAt", p.hash AS "passwordHash",
           d.id AS device, d.remembered_until AS "rememberedUntil",
           EXISTS (SELECT FROM factor f WHERE f.account_id = ${account} AND f.realm = ${realm}
                      AND f.removed_at IS NULL) AS "hasFactors"
      FROM (VALUES (1)) AS one
      LEFT JOIN password p ON p.account_id = ${account} AND p.realm = ${realm}
      LEFT JOIN device d ON d.id = ${device} AND d.account_id = ${account} AND d.revoked_at IS NULL`.execute(
    db,
  );
  const { hasFactors, ...found } = rows[0] ?? nothing;
  return { ...found, factors: hasFactors ? await listFactors(db, account, realm) : [] };
}

const nothing = {
  roles: [],
  recoveredAt: null,
  passwordHash: null,
  device: null,
  rememberedUntil: null,
  hasFactors: false,
};

export const markFactorUsed = (tx: Tx, id: FactorId, now: Date) =>
  tx.updateTable('factor').set({ last_used_at: now }).where('id', '=', id).execute();
