import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createDatabase, createPool } from '../../src/platform/database/database.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { type PostgresServer, startPostgresServer } from '../../src/platform/postgres-server/index.ts';
import {
  activate,
  approveRegistration,
  enterWrongPasswords,
  logIn,
  nerys,
  openDesk,
  register,
  resetPassword,
} from '../support/main-job.ts';
import { portal } from '../support/portal.ts';
import { goodPassword } from '../support/portal-people.ts';

const newPassword = 'Four-brisk-geese-4';
let dataFolder: string;
let server: PostgresServer;
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'gatehouse-15-'));
  await chmod(dataFolder, 0o755);
  server = await startPostgresServer({ binaries: '15', forTests: true, dataFolder });
  await migrate(server.url);
});
afterAll(async () => {
  await server.stop();
  await rm(dataFolder, { recursive: true, force: true });
});

test('[P1 P2 P4 P6 P11] the oldest PostgreSQL we support does the main job', async () => {
  const pool = createPool({ url: server.url, poolSize: 10, onIdleError: () => undefined });
  const database = createDatabase(pool);
  onTestFinished(() => database.destroy());
  const { rows } = await sql<{ server_version: string }>`SHOW server_version`.execute(database);
  expect(rows[0]?.server_version).toMatch(/^15\./);
  const the = await portal({ profile: 'primary-care', database: { url: server.url, pool, database } });
  const { desk } = await openDesk(the);
  const visitor = the.browser();
  expect((await register(visitor, nerys)).text).toContain('Registration sent');
  await approveRegistration(desk);
  await activate(the, visitor, nerys);
  const account = await logIn(visitor, { email: nerys.email, password: goodPassword });
  expect(account.text).toContain('THE ALDERBROOK SURGERY Unique ID Z90001 Role Main contact');
  const reset = await resetPassword(the, the.browser(), nerys.email, newPassword);
  expect(reset.text).toContain('Your password is changed');
  const answers = await enterWrongPasswords(the.browser(), nerys.email, 5);
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 429]);
  expect((await desk.get('/desk/people?find=quilfeather')).text).toContain(nerys.fullName);
  const found = await desk.get('/desk/people?find=quillfeather');
  const address = /href="(\/desk\/people\/[0-9a-f-]{36})"/.exec(found.html)?.[1] ?? '';
  await desk.get(`${address}/unlock`);
  const unlocked = await desk.post(`${address}/unlock`, { reason: 'Called from the practice.' });
  expect(unlocked.location).toBe(`${address}?done=unlocked`);
  await logIn(the.browser(), { email: nerys.email, password: newPassword });
  expect((await the.inbox(nerys.email)).map(({ subject }) => subject)).toContain(
    'You can enter your password again',
  );
});
