import { mkdir, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { listenForStop } from '../src/cli/stop-request.ts';
import { version } from '../src/cli/version.ts';
import { openDataFolder } from '../src/platform/data-folder/index.ts';
import { isRefusal, startPostgresServer } from '../src/platform/postgres-server/index.ts';
import { buildAssets } from './build-assets.ts';
import { type RestartingApp, restartingApp } from './restarting-app.ts';
import { runNode } from './run-node.ts';
import { transpile } from './transpile.ts';
import { watchSources } from './watch-sources.ts';

/** Runs the sandbox and starts it afresh at every change, while PostgreSQL stays. */
async function develop(options: string[]): Promise<void> {
  const stop = listenForStop();
  const database = await openDatabase(options);
  const app = restartingApp(['start', ...options], database?.url);
  await rebuild();
  await app.restart();
  const endWatch = watchSources((files) => rebuildAndRestart(app, files));
  await stop.made;
  endWatch();
  await app.stop();
  await database?.stop();
}

async function openDatabase(options: string[]) {
  if (process.env.DATABASE_URL) return undefined;
  const { values } = parseArgs({
    args: options,
    strict: false,
    options: { profile: { type: 'string' }, data: { type: 'string' } },
  });
  const profile = String(values.profile ?? 'recommended');
  const dataFolder = resolve(String(values.data ?? `data/${profile}`));
  // The application takes the folder for itself; this only asks whether it may.
  await (await openDataFolder(dataFolder, { profile, version })).release();
  return startPostgresServer({ dataFolder, say: console.log });
}

/** Half a build is in dist from now on, so the next `npm start` must make its own. */
async function rebuild(files?: string[]): Promise<void> {
  await rm('dist/.built-from', { force: true });
  await transpile(files);
  await mkdir('dist/assets', { recursive: true });
  if (!files || files.some(isPartOfAssets)) await buildAssets('dist/assets');
}

const isPartOfAssets = (file: string): boolean => /^browser|\.scss$/.test(file);

async function rebuildAndRestart(app: RestartingApp, files: string[]): Promise<void> {
  const began = performance.now();
  try {
    await rebuild(files);
    await app.restart();
    console.log(`Rebuilt in ${Math.round(performance.now() - began)} ms.`);
    void checkTypes();
  } catch (error) {
    console.error((error as Error).message);
  }
}

/** The application's start comes first; both want every core. */
const afterTheStartMs = 1500;
let isChecking = false;

/** Types are told about afterwards, because a page with a type error in it is still worth seeing. */
async function checkTypes(): Promise<void> {
  if (isChecking) return;
  isChecking = true;
  await sleep(afterTheStartMs);
  await runNode('typescript', 'tsc', ['-p', '.']);
  isChecking = false;
}

try {
  await develop(process.argv.slice(2));
  process.exit(0);
} catch (error) {
  console.error(isRefusal(error) ? error.message : error);
  process.exit(1);
}
