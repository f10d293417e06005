import { sql } from 'kysely';
import type { AccountId } from '../kernel/ids.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import type { Username } from '../kernel/username.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';

/** What is hashed, with the key for unknown names, to keep the username of an erased account from everybody else. */
export const erasedName = (skeleton: string): string => `username:${skeleton}`;

const erasedMacs = (keyRing: KeyRing, { skeleton }: Username) =>
  sql`SELECT FROM erased_username WHERE name_mac = ANY(${keyRing.macs('unknown-name', erasedName(skeleton))})`;

/**
 * Gives an account its username, unless somebody has or had that one, or one that looks like it. Erased ones are looked
 * at once the name is held: a name may be waited for until the erasure of its owner is done.
 */
export async function addUsername(
  needs: { keyRing: KeyRing },
  tx: Tx,
  account: AccountId,
  username: Username,
): Promise<boolean> {
  const { canonical, typed, skeleton } = username;
  const { rows } = await sql`
    INSERT INTO login_name (canonical, account_id, kind, typed, skeleton)
    VALUES (${canonical}, ${account}::uuid, 'username', ${typed}, ${skeleton})
        ON CONFLICT DO NOTHING
    RETURNING canonical`.execute(tx);
  if (rows.length === 0) return false;
  const erased = await sql`
    DELETE FROM login_name WHERE canonical = ${canonical} AND EXISTS (${erasedMacs(needs.keyRing, username)})
    RETURNING canonical`.execute(tx);
  return erased.rows.length === 0;
}

/** Whether somebody has or had this username, or one that looks like it. */
export async function isUsernameTaken(
  needs: { keyRing: KeyRing },
  db: Queryable,
  username: Username,
): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    SELECT EXISTS (SELECT FROM login_name WHERE skeleton = ${username.skeleton} AND kind = 'username')
        OR EXISTS (${erasedMacs(needs.keyRing, username)}) AS taken`.execute(db);
  return rows[0]?.taken === true;
}

/** Keeps what somebody who has not proven their address wants to be called, and says they are. */
export const setWishes = (
  tx: Tx,
  account: AccountId,
  wishes: { username: string | null; occupation: string | null },
) =>
  tx
    .updateTable('account')
    .set({ wished_username: wishes.username, occupation: wishes.occupation })
    .where('id', '=', account)
    .execute();

/** The username somebody asked for and has not got yet; who has one, as people moved here may, is asked for no other. */
export const findWishedUsername = async (db: Queryable, account: AccountId): Promise<string | undefined> =>
  (
    await db
      .selectFrom('account')
      .select('wished_username')
      .where('id', '=', account)
      .where('state', '=', 'invited')
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('login_name')
              .select('canonical')
              .whereRef('login_name.account_id', '=', 'account.id')
              .where('kind', '=', 'username')
              .where('retired_at', 'is', null),
          ),
        ),
      )
      .executeTakeFirst()
  )?.wished_username ?? undefined;

export const forgetWishedUsername = (tx: Tx, account: AccountId) =>
  tx.updateTable('account').set({ wished_username: null }).where('id', '=', account).execute();
