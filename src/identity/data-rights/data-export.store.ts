import { sql } from 'kysely';
import type { AccountId, Id } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Database, Queryable, Tx } from '../../platform/database/database.ts';
import { type Sealed, versionPrefix } from '../../platform/database/reseal.ts';

export type DataExportId = Id<'data-export'>;

/** Replaces a copy that is ready; one that is still being prepared is waited for. Says whether it was begun. */
export async function addExport(tx: Tx, account: AccountId, id: DataExportId, now: Date): Promise<boolean> {
  const { rows } = await sql`
    INSERT INTO data_export (account_id, id, asked_at) VALUES (${account}, ${id}, ${now})
    ON CONFLICT (account_id) DO UPDATE
       SET id = excluded.id, asked_at = excluded.asked_at, ready_at = NULL, expires_at = NULL, sealed_content = NULL
     WHERE data_export.ready_at IS NOT NULL
    RETURNING id`.execute(tx);
  return rows.length > 0;
}

export interface WaitingExport {
  id: DataExportId;
  accountId: AccountId;
}

/** The one that waits longest; locked, so that two nodes never prepare it twice. */
export const claimExport = async (tx: Tx) =>
  (await tx
    .selectFrom('data_export')
    .select(['id', 'account_id as accountId'])
    .where('ready_at', 'is', null)
    .orderBy('asked_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()) as WaitingExport | undefined;

export const keepExport = (
  tx: Tx,
  id: DataExportId,
  { sealed, now, expiresAt }: { sealed: Buffer; now: Date; expiresAt: Date },
) =>
  tx
    .updateTable('data_export')
    .set({ sealed_content: sealed, ready_at: now, expires_at: expiresAt })
    .where('id', '=', id)
    .execute();

/** A person's own copy, whatever became of it; one past its time is none. */
export const findExport = (db: Queryable, account: AccountId, now: Date) =>
  db
    .selectFrom('data_export')
    .select([
      'id',
      'asked_at as askedAt',
      'ready_at as readyAt',
      'expires_at as expiresAt',
      'sealed_content as sealed',
    ])
    .where('account_id', '=', account)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .executeTakeFirst();

export const removeExport = (tx: Tx, account: AccountId) =>
  tx.deleteFrom('data_export').where('account_id', '=', account).execute();

export const removePastExports = (db: Database, now: Date) =>
  db.deleteFrom('data_export').where('expires_at', '<=', now).executeTakeFirst();

/** Copies that wait to be fetched. */
export const sealedExports = (keyRing: KeyRing): Sealed => ({
  name: 'copies of personal data',
  resealBatch: async (tx, atMost) => {
    const rows = await tx
      .selectFrom('data_export')
      .select(['id', 'sealed_content'])
      .where(sql<boolean>`substring(sealed_content FROM 1 FOR 4) <> ${versionPrefix(keyRing.newest)}`)
      .limit(Math.min(atMost, 20))
      .forUpdate()
      .execute();
    for (const { id, sealed_content } of rows) {
      if (!sealed_content) continue;
      const plain = keyRing.open('data-rights', sealed_content, id);
      await tx
        .updateTable('data_export')
        .set({ sealed_content: keyRing.seal('data-rights', plain, id) })
        .where('id', '=', id)
        .execute();
    }
    return rows.length;
  },
});

export const listOrganisationNames = (db: Queryable, ids: string[]) =>
  db.selectFrom('organisation').select(['id', 'name']).where('id', 'in', ids).execute();
