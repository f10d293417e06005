import { existsSync, statSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { wordsIn } from '../../kernel/words.ts';
import { failureOf, lastLine } from './failure.ts';
import { postgresServerWords } from './postgres-server.words.ts';
import { runProgram } from './run-program.ts';
import { canHaveSocket, type RunningServer, runningServerIn } from './running-server.ts';
import type { ServerUser } from './server-user.ts';

export interface ServerFiles {
  folder: string;
  binaries: string;
  user: ServerUser | undefined;
  forTests: boolean;
}

const words = wordsIn(postgresServerWords, 'en');
const longestLog = 10 * 1024 * 1024;
const startTries = 40;

/** Starts the server on a free port, or the one given, and waits until it answers. */
export async function launch(
  files: ServerFiles,
  say: (line: string) => void,
  port?: number,
): Promise<RunningServer> {
  await keepLogShort(files);
  await clearSockets(files);
  for (let tries = 1; ; tries++) {
    const outcome = await tryToStart(files, port ?? (await freePort()));
    if (outcome.started) return outcome.started;
    if (!outcome.isPassing || tries === startTries)
      throw failureOf(outcome.log, words.didNotStart(logOf(files), lastLine(outcome.log)));
    if (tries === 1) say(words.waitingForOrphan);
    await sleep(250);
  }
}

/** Stops the server in these files if one runs; true when one did. */
export async function stopServer(files: ServerFiles): Promise<boolean> {
  if (!(await runningServerIn(files.folder))) return false;
  const gently = await control(files, ['stop', '-w', '-t', '30', '-m', 'fast']);
  if (gently.exitCode !== 0) await control(files, ['stop', '-w', '-t', '10', '-m', 'immediate']);
  return true;
}

type StartOutcome =
  | { started: RunningServer; isPassing?: never; log?: never }
  | { started?: never; isPassing: boolean; log: string };

async function tryToStart(files: ServerFiles, port: number): Promise<StartOutcome> {
  const logLength = statSync(logOf(files), { throwIfNoEntry: false })?.size ?? 0;
  const options = ['start', '-w', '-t', '120', '-l', logOf(files), '-o', serverOptions(files, port)];
  const { exitCode, output } = await control(files, options);
  const started = exitCode === 0 ? await runningServerIn(files.folder) : undefined;
  if (started) return { started };
  const log = existsSync(logOf(files)) ? (await readFile(logOf(files))).subarray(logLength).toString() : '';
  return { isPassing: passing.test(log), log: `${output}\n${log}` };
}

/** Another program took the port first, or the children of a killed server have not noticed yet. */
const passing = /Address already in use|shared memory block .* is still in use|lock file .* already exists/;

function serverOptions({ folder, forTests }: ServerFiles, port: number): string {
  // Terse errors leave out the values that clash, which are people's addresses.
  const always = ['listen_addresses=127.0.0.1', `port=${port}`, 'log_error_verbosity=terse', 'timezone=UTC'];
  const unsafe = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'];
  const settings = [...always, 'log_timezone=UTC', ...(forTests ? unsafe : [])];
  // It runs in its data, whose parent nobody else may enter; a relative name needs no quotes, whatever the path.
  const sockets = canHaveSocket(folder) ? '..' : `''`;
  return [...settings, `unix_socket_directories=${sockets}`].map((setting) => `-c ${setting}`).join(' ');
}

const control = (files: ServerFiles, options: string[]) =>
  runProgram(
    join(files.binaries, 'bin', 'pg_ctl'),
    ['-D', join(files.folder, 'data'), ...options],
    files.user,
    files.folder,
  );

const logOf = (files: ServerFiles): string => join(files.folder, 'server.log');

async function keepLogShort(files: ServerFiles): Promise<void> {
  const length = statSync(logOf(files), { throwIfNoEntry: false })?.size ?? 0;
  if (length > longestLog) await rm(logOf(files));
}

/** A killed server leaves its socket behind, named for a port that the next one does not have. */
async function clearSockets({ folder }: ServerFiles): Promise<void> {
  for (const name of await readdir(folder)) if (name.startsWith('.s.PGSQL.')) await rm(join(folder, name));
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((done, fail) => {
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
