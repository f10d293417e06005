import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startPostgresServer } from '../../src/platform/postgres-server/index.ts';
import { temporaryFolder } from './temporary-folder.ts';

const rounds = 25;
const victims = ['application', 'server', 'both'] as const;

test(`after ${rounds} kills under writes, every acknowledged change is there`, {
  timeout: 120_000,
}, async () => {
  const dataFolder = await temporaryFolder();
  const acknowledged: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const from = (acknowledged.at(-1) ?? 0) + 1_000;
    acknowledged.push(...(await writeUntilKilled(dataFolder, from, victims[round % victims.length])));
  }
  expect(acknowledged.length).toBeGreaterThan(rounds);
  const found = new Set(await numbersIn(dataFolder));
  expect(acknowledged.filter((number) => !found.has(number))).toEqual([]);
});

/** The first acknowledged write starts a random wait, so kills fall anywhere: in a write, a commit or between. */
async function writeUntilKilled(
  dataFolder: string,
  from: number,
  victim: (typeof victims)[number] | undefined,
): Promise<number[]> {
  const script = join(import.meta.dirname, 'sql-writer.ts');
  const writer = spawn(process.execPath, [script, dataFolder, String(from)]);
  const ended = once(writer, 'exit');
  let output = '';
  writer.stdout.on('data', (text) => (output += text));
  await expect.poll(() => output, { timeout: 20_000, interval: 5 }).not.toBe('');
  await sleep(Math.random() * 80);
  if (victim !== 'server') writer.kill('SIGKILL');
  if (victim !== 'application') process.kill(await serverOf(dataFolder), 'SIGKILL');
  await ended;
  return output.split('\n').slice(0, -1).map(Number);
}

async function serverOf(dataFolder: string): Promise<number> {
  const lines = await readFile(join(dataFolder, 'postgres', 'data', 'postmaster.pid'), 'utf8');
  return Number(lines.split('\n')[0]);
}

async function numbersIn(dataFolder: string): Promise<number[]> {
  const server = await startPostgresServer({ dataFolder });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query('SELECT number FROM written')).rows.map((row) => row.number);
  } finally {
    await client.end();
    await server.stop();
  }
}
