import { sql } from 'kysely';
import type { Queryable, Tx } from '../database/database.ts';
import type { FileId } from './file-store.ts';

interface BegunFile {
  id: FileId;
  keyVersion: number;
  sealedKey: Buffer;
  now: Date;
}

/** Without a hash until all of it is there. */
export const beginFile = (db: Queryable, { id, keyVersion, sealedKey, now }: BegunFile) =>
  db
    .insertInto('stored_file')
    .values({ id, key_version: keyVersion, sealed_key: sealedKey, size: 0, sha256: '', created_at: now })
    .execute();

export const addPart = (db: Queryable, id: FileId, number: number, content: Buffer) =>
  db.insertInto('stored_file_part').values({ file_id: id, number, content }).execute();

export const finishFile = (db: Queryable, id: FileId, size: number, sha256: string) =>
  db.updateTable('stored_file').set({ size, sha256 }).where('id', '=', id).execute();

export const findFile = (db: Queryable, id: FileId) =>
  db
    .selectFrom('stored_file')
    .select([sql<Buffer>`sealed_key`.as('sealedKey'), sql<number>`size::float8`.as('size')])
    .where('id', '=', id)
    .where('sha256', '<>', '')
    .executeTakeFirst();

export const findPart = async (db: Queryable, id: FileId, number: number): Promise<Buffer | undefined> => {
  const row = await db
    .selectFrom('stored_file_part')
    .select(sql<Buffer>`content`.as('content'))
    .where('file_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.content;
};

export const removeFile = (db: Queryable, id: FileId) =>
  db.deleteFrom('stored_file').where('id', '=', id).execute();

/** Files that nothing refers to: never finished, never used, or whose record is gone. */
export const removeUnusedFiles = async (db: Queryable, before: Date, atMost: number): Promise<number> => {
  const unused = db
    .selectFrom('stored_file')
    .select('id')
    .where('created_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('attachment').select('id').whereRef('file_id', '=', 'stored_file.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('mail_in').select('id').whereRef('file_id', '=', 'stored_file.id'))),
    )
    .limit(atMost);
  const removed = await db.deleteFrom('stored_file').where('id', 'in', unused).executeTakeFirst();
  return Number(removed.numDeletedRows);
};

/** Keys of files that an older root key sealed, held until they are sealed anew. */
export const oldFileKeys = (tx: Tx, newest: number, atMost: number) =>
  tx
    .selectFrom('stored_file')
    .select(['id', sql<Buffer>`sealed_key`.as('sealedKey')])
    .where('key_version', '<>', newest)
    .limit(atMost)
    .forUpdate()
    .$castTo<{ id: FileId; sealedKey: Buffer }>()
    .execute();

export const saveFileKey = (tx: Tx, id: FileId, keyVersion: number, sealedKey: Buffer) =>
  tx
    .updateTable('stored_file')
    .set({ key_version: keyVersion, sealed_key: sealedKey })
    .where('id', '=', id)
    .execute();
