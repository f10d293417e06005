import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRoot, unprivilegedUser } from '../../src/platform/postgres-server/server-user.ts';
import { freePort, gatehouse, projectFolder } from './gatehouse-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const patient = { timeout: 240_000 };
const leftBehind = /^(node_modules|dist|dist\.next|dist\.last|data|coverage|\.git)$/;

/** Blocked as npm 12 does, and without the settings that an npm around the tests hands down. */
const blocked = { npm_config_ignore_scripts: 'true' };

let clone = '';

beforeAll(async () => {
  clone = await copyOfProject();
}, 60_000);

test(
  'npm start installs, builds and serves from a path with a space, install scripts blocked, LANG unset',
  patient,
  async () => {
    const { said } = await startAndStop(blocked);
    expect(said).toMatch(/Installing.*Building.*Home page.*Stopped/s);
  },
);

test('every dependency was installed, also those that ask for a newer Node than the one that installs', async () => {
  const { dependencies, devDependencies } = JSON.parse(await readFile(join(clone, 'package.json'), 'utf8'));
  const names = Object.keys({ ...dependencies, ...devDependencies });
  expect(names.filter((name) => !existsSync(join(clone, 'node_modules', name)))).toEqual([]);
});

test('the second npm start neither installs nor builds', patient, async () => {
  const { said } = await startAndStop(blocked);
  expect(said).not.toMatch(/Installing|Building/);
});

test.runIf(isRoot())('an ordinary user runs it too', patient, async () => {
  const user = unprivilegedUser();
  await giveTo(user);
  const { said } = await startAndStop({ ...blocked, HOME: clone }, user);
  expect(said).toMatch(/Creating the database.*Home page.*Stopped/s);
});

async function startAndStop(environment: Record<string, string>, user?: { uid: number; gid: number }) {
  const port = await freePort();
  const data = join(clone, 'data', user ? 'ordinary user' : 'first user');
  const running = gatehouse({
    program: 'npm',
    options: ['start', '--', '--port', String(port), '--data', data],
    folder: clone,
    environment,
    ...(user ? { user } : {}),
  });
  await running.ready();
  expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
  running.signal('SIGTERM');
  expect(await running.exitCode).toBe(0);
  return { said: running.output() };
}

/** What a clone holds: everything but what is installed, built or kept. */
async function copyOfProject(): Promise<string> {
  const folder = join(await temporaryFolder(afterAll), 'fresh clone');
  const isWanted = (path: string) => !leftBehind.test(relative(projectFolder, path).split(sep)[0] ?? '');
  await mkdir(folder);
  await cp(projectFolder, folder, { recursive: true, filter: isWanted });
  return folder;
}

/** Everything but the modules, which they only read. */
async function giveTo({ uid, gid }: { uid: number; gid: number }): Promise<void> {
  for (const name of await readdir(clone, { recursive: true }))
    if (!name.startsWith('node_modules')) await chown(join(clone, name), uid, gid);
  await chown(clone, uid, gid);
  await chmod(clone, 0o755);
}
