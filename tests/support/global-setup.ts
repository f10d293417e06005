import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/platform/database/migrate.ts';
import { startPostgresServer } from '../../src/platform/postgres-server/index.ts';
import { isAlive, runningServerIn } from '../../src/platform/postgres-server/running-server.ts';
import { knownPlace } from '../../src/platform/postgres-server/server-place.ts';

const prefix = 'gatehouse-tests-';
const memory = '/dev/shm';
const roomNeeded = 2_000_000_000;

/**
 * In memory where a machine has the room: two thousand tests clone a database each, and a disk makes each of them wait
 * for three hundred files.
 */
function folderOfServers(): string {
  try {
    accessSync(memory, constants.W_OK);
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > roomNeeded ? memory : tmpdir();
  } catch {
    return tmpdir();
  }
}

/** One server for the whole run, with a migrated template that each test's database is cloned from. */
export default async function setUp(project: TestProject) {
  await clearUpAfterKilledRuns();
  const dataFolder = mkdtempSync(join(folderOfServers(), `${prefix}${process.pid}-`));
  const server = await startPostgresServer({ dataFolder, forTests: true });
  const template = new URL(server.url);
  template.pathname = '/gatehouse_template';
  await createTemplate(server.url);
  await migrate(template.href);
  project.provide('postgresServer', server.url);
  return async () => {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  };
}

/** A run that was killed leaves its server running; the folder is named for the process that made it. */
async function clearUpAfterKilledRuns(): Promise<void> {
  const folder = folderOfServers();
  for (const name of readdirSync(folder)) {
    const [, maker] = new RegExp(`^${prefix}([0-9]+)-`).exec(name) ?? [];
    if (maker === undefined || isAlive(Number(maker))) continue;
    const dataFolder = join(folder, name);
    const left = await runningServerIn(await knownPlace(dataFolder));
    if (left) process.kill(left.pid, 'SIGQUIT');
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function createTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE DATABASE gatehouse_template');
  await client.end();
}
