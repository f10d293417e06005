import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { heldBytes } from '../../../tests/support/memory.ts';
import { type Portal, portal } from '../../../tests/support/portal.ts';
import { hours, minutes } from '../../kernel/duration.ts';
import { createKeyRing } from '../../kernel/key-ring.ts';
import { inTransaction } from '../database/database.ts';
import { reseal } from '../database/reseal.ts';
import { createFileStore, type FileId, sealedFileKeys } from './index.ts';

const megabyte = 1024 * 1024;
const atMost = 20 * megabyte;

const kept = async ({ needs }: Portal, content: AsyncIterable<Uint8Array> | Uint8Array): Promise<FileId> => {
  const put = await needs.files.put(needs.database, content, { atMost });
  if (put.outcome !== 'stored') throw new Error(put.outcome);
  return put.id;
};

const readWhole = async ({ needs }: Portal, id: FileId): Promise<Buffer> =>
  buffer(needs.files.read(needs.database, id));

async function* inChunks(content: Buffer, size: number) {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

const partSizes = [0, 1, 262_143, 262_144, 262_145, 524_288, 700_001];

test('a file comes back byte for byte, whatever its length and the chunks it came in', async () => {
  const gate = await portal();
  for (const size of partSizes) {
    const content = randomBytes(size);
    for (const chunk of [1_000, 65_536, 400_000]) {
      const back = await readWhole(gate, await kept(gate, inChunks(content, chunk)));
      expect(back.equals(content), `${size} bytes in chunks of ${chunk}`).toBe(true);
    }
    expect((await readWhole(gate, await kept(gate, content))).equals(content)).toBe(true);
  }
});

test('what is kept shows nothing of the file, and one byte too many keeps nothing', async () => {
  const gate = await portal();
  const words = Buffer.from('nobody reads this in the database '.repeat(20_000));
  await kept(gate, words);
  const { rows } = await gate.database.pool.query<{ content: Buffer }>(
    'SELECT content FROM stored_file_part',
  );
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.some(({ content }) => content.includes('nobody reads'))).toBe(false);

  const { needs } = gate;
  const exactly = await needs.files.put(needs.database, words, { atMost: words.length });
  expect(exactly).toMatchObject({ outcome: 'stored', size: words.length });
  const before = await counted(gate);
  expect(await needs.files.put(needs.database, words, { atMost: words.length - 1 })).toEqual({
    outcome: 'too-large',
  });
  expect(await counted(gate)).toEqual(before);
});

const tamperings: [string, string][] = [
  [
    'a part was altered',
    `UPDATE stored_file_part SET content = set_byte(content, 9, 9 # get_byte(content, 9)) WHERE number = 1`,
  ],
  [
    'two parts were swapped',
    `UPDATE stored_file_part SET number = CASE number WHEN 0 THEN 1 WHEN 1 THEN 0 ELSE number END`,
  ],
  ['the last part is gone', `DELETE FROM stored_file_part WHERE number = 2`],
  [
    'its end was cut off',
    `WITH cut AS (DELETE FROM stored_file_part WHERE number = 2) UPDATE stored_file SET size = 524288`,
  ],
  [
    'another file’s part was put in',
    `UPDATE stored_file_part SET content = other.content FROM stored_file_part other WHERE other.number = stored_file_part.number AND other.file_id <> stored_file_part.file_id`,
  ],
  [
    'another file’s key was put in',
    `UPDATE stored_file SET sealed_key = other.sealed_key FROM stored_file other WHERE other.id <> stored_file.id`,
  ],
];

test.for(tamperings)('a file is not given out when %s', async ([, statement]) => {
  const gate = await portal();
  const [first, second] = [randomBytes(600_000), randomBytes(600_000)];
  const ids = [await kept(gate, first), await kept(gate, second)] as const;
  expect((await readWhole(gate, ids[0])).equals(first)).toBe(true);
  await gate.database.pool.query(
    statement.includes('number = CASE')
      ? 'ALTER TABLE stored_file_part DROP CONSTRAINT stored_file_part_pkey'
      : 'SELECT 1',
  );
  await gate.database.pool.query(statement);
  await expect(readWhole(gate, ids[0])).rejects.toThrow();
});

test('after the keys were rotated the newest alone opens files, and the files were not rewritten', async () => {
  const gate = await portal();
  const content = randomBytes(300_000);
  const id = await kept(gate, content);
  const parts = () => gate.database.pool.query('SELECT ctid, xmin FROM stored_file_part ORDER BY number');
  const written = (await parts()).rows;
  const [first, second] = [Buffer.alloc(32, 7), Buffer.alloc(32, 9)];
  const both = createKeyRing(
    new Map([
      [1, first],
      [2, second],
    ]),
  );
  expect(await reseal(gate.needs.database, sealedFileKeys(both))).toBe(1);
  expect(await reseal(gate.needs.database, sealedFileKeys(both))).toBe(0);
  expect((await parts()).rows).toEqual(written);
  const files = createFileStore({ ...gate.needs, keyRing: createKeyRing(new Map([[2, second]])) });
  const back = await buffer(files.read(gate.needs.database, id));
  expect(back.equals(content)).toBe(true);
  await expect(readWhole(gate, id)).rejects.toThrow();
});

test('a file that is broken off is gone at once, and one that nothing refers to after an hour', async () => {
  const gate = await portal();
  async function* brokenOff() {
    yield randomBytes(megabyte);
    throw new Error('the line went dead');
  }
  await expect(kept(gate, brokenOff())).rejects.toThrow('the line went dead');
  expect(await counted(gate)).toEqual({ files: 0, parts: 0 });
  await kept(gate, randomBytes(10));
  gate.clock.advance(minutes(59));
  await gate.runDue();
  expect((await counted(gate)).files).toBe(1);
  gate.clock.advance(hours(0.1));
  await gate.runDue();
  expect(await counted(gate)).toEqual({ files: 0, parts: 0 });
});

test('a file that is put in a transaction goes with it, and one removed is not read again', async () => {
  const gate = await portal();
  const { database, files } = gate.needs;
  const undone = inTransaction(database, async (tx) => {
    await files.put(tx, randomBytes(10), { atMost });
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await counted(gate)).toEqual({ files: 0, parts: 0 });
  const id = await kept(gate, randomBytes(10));
  await files.remove(database, id);
  await expect(readWhole(gate, id)).rejects.toThrow('no such file');
});

test('20 megabytes pass through without ever lying in memory whole', async () => {
  const gate = await portal();
  const chunk = randomBytes(65_536);
  const before = await heldBytes();
  let most = 0;
  const note = async () => {
    most = Math.max(most, (await heldBytes()) - before);
  };
  async function* sent() {
    for (let at = 0; at < 320; at += 1) {
      if (at % 32 === 0) await note();
      yield Buffer.from(chunk);
    }
  }
  const id = await kept(gate, sent());
  let size = 0;
  for await (const part of gate.needs.files.read(gate.needs.database, id)) {
    size += part.length;
    if (size % (16 * part.length) === 0) await note();
  }
  expect(size).toBe(20 * megabyte);
  expect(most).toBeLessThan(10 * megabyte);
});

async function counted({ database }: Portal): Promise<{ files: number; parts: number }> {
  const { rows } = await database.pool.query(
    `SELECT (SELECT count(*)::int FROM stored_file) AS files, (SELECT count(*)::int FROM stored_file_part) AS parts`,
  );
  return rows[0];
}
