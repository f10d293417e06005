import { createHash } from 'node:crypto';
import type { Clock } from '../../kernel/clock.ts';
import type { Id, Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Queryable } from '../database/database.ts';
import { addPart, beginFile, findFile, findPart, finishFile, removeFile } from './file.store.ts';
import { cutIntoParts, partsOf } from './file-parts.ts';
import { openPart, sealPart } from './seal-part.ts';

export type FileId = Id<'stored-file'>;

export type PutOutcome =
  | { outcome: 'stored'; id: FileId; size: number; sha256: string }
  | { outcome: 'too-large' };

export interface FileStore {
  /**
   * Keeps a file part by part as it arrives. Given the database and not a transaction, no connection is held while a
   * slow sender sends; what is left unfinished is forgotten. Nothing is kept of one with more bytes than `atMost`.
   */
  put(
    db: Queryable,
    source: AsyncIterable<Uint8Array> | Uint8Array,
    limit: { atMost: number },
  ): Promise<PutOutcome>;
  /** Part by part; throws when the file is not there, or not as it was put. */
  read(db: Queryable, id: FileId): AsyncGenerator<Buffer>;
  remove(db: Queryable, id: FileId): Promise<void>;
}

interface FileStoreNeeds {
  clock: Clock;
  ids: Ids;
  keyRing: KeyRing;
  secrets: Secrets;
}

export const createFileStore = (needs: FileStoreNeeds): FileStore => ({
  put: (db, source, { atMost }) =>
    put(needs, db, source instanceof Uint8Array ? once(source) : source, atMost),
  read: (db, id) => read(needs, db, id),
  remove: async (db, id) => void (await removeFile(db, id)),
});

async function put(
  needs: FileStoreNeeds,
  db: Queryable,
  source: AsyncIterable<Uint8Array>,
  atMost: number,
): Promise<PutOutcome> {
  const { clock, ids, keyRing, secrets } = needs;
  const id = ids.next<'stored-file'>();
  const key = secrets.bytes(32);
  const sealedKey = keyRing.seal('file', key, id);
  await beginFile(db, { id, keyVersion: keyRing.newest, sealedKey, now: clock.now() });
  try {
    const kept = await putParts(db, { id, key, atMost }, source);
    if (!kept) await removeFile(db, id);
    else await finishFile(db, id, kept.size, kept.sha256);
    return kept ? { outcome: 'stored', id, ...kept } : { outcome: 'too-large' };
  } catch (error) {
    // What cannot be removed now is forgotten later, like that of a process that died.
    await removeFile(db, id).catch(() => undefined);
    throw error;
  }
}

async function putParts(
  db: Queryable,
  { id, key, atMost }: { id: FileId; key: Buffer; atMost: number },
  source: AsyncIterable<Uint8Array>,
): Promise<{ size: number; sha256: string } | undefined> {
  const hash = createHash('sha256');
  let [size, number] = [0, 0];
  for await (const { content, isLast } of cutIntoParts(source)) {
    size += content.length;
    if (size > atMost) return undefined;
    hash.update(content);
    await addPart(db, id, number, sealPart(key, { fileId: id, number, isLast }, content));
    number += 1;
  }
  return { size, sha256: hash.digest('hex') };
}

async function* read({ keyRing }: FileStoreNeeds, db: Queryable, id: FileId): AsyncGenerator<Buffer> {
  const file = await findFile(db, id);
  if (!file) throw new Error('there is no such file');
  const key = keyRing.open('file', file.sealedKey, id);
  const parts = partsOf(file.size);
  for (let number = 0; number < parts; number += 1) {
    const sealed = await findPart(db, id, number);
    if (!sealed) throw new Error('a part of the file is missing');
    yield openPart(key, { fileId: id, number, isLast: number === parts - 1 }, sealed);
  }
}

async function* once(content: Uint8Array) {
  yield content;
}
