import { expect, test } from 'vitest';
import { emptyDatabase } from '../../../tests/support/empty-database.ts';
import { createKeyRing } from '../../kernel/key-ring.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { sealedMarker } from './key-marker.ts';
import { reseal } from './reseal.ts';

const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const quiet = (): void => undefined;

test('a database belongs to the profile and the root keys of its first start, and says so in one sentence', async () => {
  const { url: databaseUrl } = await emptyDatabase();
  const start = (profile: string, key: Buffer) =>
    bringUpToDate({ databaseUrl, profile, rootKeys: new Map([[1, key]]) }, quiet);
  await start('recommended', first);
  await start('recommended', first);
  await expect(start('primary-care', first)).rejects.toThrow('belongs to the profile "recommended"');
  await expect(start('recommended', second)).rejects.toThrow('GATEHOUSE_ROOT_KEYS');
});

test('after a rotation the older root key can be given up, and not before', async () => {
  const { url: databaseUrl, database } = await emptyDatabase();
  const start = (...keys: [number, Buffer][]) =>
    bringUpToDate({ databaseUrl, profile: 'recommended', rootKeys: new Map(keys) }, quiet);
  await start([1, first]);
  await expect(start([2, second])).rejects.toThrow('GATEHOUSE_ROOT_KEYS');
  await start([1, first], [2, second]);
  const both = createKeyRing(
    new Map([
      [1, first],
      [2, second],
    ]),
  );
  expect(await reseal(database, sealedMarker(both))).toBe(1);
  await start([2, second]);
});
