import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startPostgresServer } from '../../src/platform/postgres-server/index.ts';

const victims = ['application', 'server', 'both'] as const;

/** Kills under writes, round after round, and counts which acknowledged changes are gone. */
export async function killAndCount(
  dataFolder: string,
  rounds: number,
): Promise<{ acknowledged: number; lost: number[] }> {
  const acknowledged: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const from = (acknowledged.at(-1) ?? 0) + 1_000;
    acknowledged.push(...(await writeUntilKilled(dataFolder, from, victims[round % victims.length])));
  }
  const found = new Set(await numbersIn(dataFolder));
  return { acknowledged: acknowledged.length, lost: acknowledged.filter((number) => !found.has(number)) };
}

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
  const begun = new Promise<void>((done) => {
    writer.stdout.on('data', (text) => {
      output += text;
      done();
    });
  });
  await Promise.race([begun, sleep(20_000)]);
  if (output === '') throw new Error('nothing was written');
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
