import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/platform/database/migrate.ts';
import { startPostgresServer } from '../../src/platform/postgres-server/index.ts';

/** One server for the whole run, with a migrated template that each test's database is cloned from. */
export default async function setUp(project: TestProject) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'gatehouse-tests-'));
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

async function createTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE DATABASE gatehouse_template');
  await client.end();
}
