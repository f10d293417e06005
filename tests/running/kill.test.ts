import { expect, test } from 'vitest';
import { killAndCount } from './kill-rounds.ts';
import { temporaryFolder } from './temporary-folder.ts';

const rounds = 25;

test(`after ${rounds} kills under writes, every acknowledged change is there`, {
  timeout: 120_000,
}, async () => {
  const { acknowledged, lost } = await killAndCount(await temporaryFolder(), rounds);
  expect(acknowledged).toBeGreaterThan(rounds);
  expect(lost).toEqual([]);
});
