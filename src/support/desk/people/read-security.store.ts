import { sql } from 'kysely';
import type { FactorKind } from '../../../identity/index.ts';
import type { Realm } from '../../../kernel/actor.ts';
import type { AccountId } from '../../../kernel/ids.ts';
import type { Queryable } from '../../../platform/database/database.ts';

/** A way to get a code; never a secret, and of a number its end alone. */
export interface PersonWay {
  id: string;
  kind: FactorKind;
  name: string;
  realm: Realm;
  numberEnd: string | null;
  codesLeft: number;
  addedAt: string;
  trustedFrom: string;
  lastUsedAt: string | null;
  /** Kept for some days after it was removed. */
  removedAt: string | null;
}

export interface SecurityFacts {
  frozenAt: Date | null;
  /** When a password was last chosen by mail. */
  recoveredAt: Date | null;
  ways: PersonWay[];
}

/** What protects an account beside its password, as staff may see it. */
export async function readSecurity(db: Queryable, id: AccountId): Promise<SecurityFacts> {
  const { rows } = await sql<SecurityFacts>`
    SELECT a.changes_frozen_at AS "frozenAt",
           (SELECT max(recovered_at) FROM password WHERE account_id = a.id) AS "recoveredAt",
           coalesce((SELECT json_agg(json_build_object(
               'id', f.id, 'kind', f.kind, 'name', f.name, 'realm', f.realm, 'numberEnd', right(f.phone_dialled, 3),
               'codesLeft', (SELECT count(*) FROM recovery_code c WHERE c.factor_id = f.id AND c.used_at IS NULL),
               'addedAt', f.added_at, 'trustedFrom', f.trusted_from, 'lastUsedAt', f.last_used_at,
               'removedAt', f.removed_at) ORDER BY f.removed_at NULLS FIRST, f.added_at)
              FROM factor f WHERE f.account_id = a.id), '[]') AS ways
      FROM account a WHERE a.id = ${id}`.execute(db);
  return rows[0] ?? { frozenAt: null, recoveredAt: null, ways: [] };
}
