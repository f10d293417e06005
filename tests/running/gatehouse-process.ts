import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { expect, onTestFailed, onTestFinished } from 'vitest';

export const projectFolder = join(import.meta.dirname, '../..');

export interface GatehouseProcess {
  readonly pid: number;
  readonly exitCode: Promise<number | null>;
  output(): string;
  errors(): string;
  /** Waits for the words that say where to go. */
  ready(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** As a terminal does for Ctrl-C: everything started from here gets it at once. */
  signalAll(name: NodeJS.Signals): void;
}

interface Command {
  program?: string;
  options: string[];
  folder?: string;
  environment?: Record<string, string>;
  user?: { uid: number; gid: number };
}

const launcher = join('launch', 'gatehouse.mjs');

/** The person's own Node first, as it was before the launcher put Node 24 there. */
const ownPath = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.startsWith(join(projectFolder, 'node_modules')))
  .join(delimiter);

const { HOME = '', NODE_EXTRA_CA_CERTS: authorities } = process.env;

/** What every process needs from its surroundings, without LANG and without the settings of the run that tests. */
const surroundings = { PATH: ownPath, HOME, ...(authorities && { NODE_EXTRA_CA_CERTS: authorities }) };

/** Starts Gatehouse as a person would, in a process group of its own, and ends it with the test. */
export function gatehouse(command: Command): GatehouseProcess {
  const { program = process.execPath, folder = projectFolder, environment = {}, user = {} } = command;
  const options = program === process.execPath ? [launcher, ...command.options] : command.options;
  const env = { ...surroundings, ...environment };
  const child = spawn(program, options, { cwd: folder, env, detached: true, ...user });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (errors += text));
  const exitCode = new Promise<number | null>((done) => child.once('exit', done));
  const pid = child.pid ?? 0;
  onTestFailed(() => console.error(`What Gatehouse said:\n${output}${errors}`));
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-pid, 'SIGTERM');
    await exitCode;
  });
  return {
    pid,
    exitCode,
    output: () => output,
    errors: () => errors,
    ready: () => Promise.race([untilReady(() => output), exitCode.then(endedEarly)]),
    signal: (name) => process.kill(pid, name),
    signalAll: (name) => process.kill(-pid, name),
  };
}

const untilReady = (output: () => string): Promise<void> =>
  expect.poll(output, { timeout: 120_000 }).toContain('Home page');

function endedEarly(): never {
  throw new Error('Gatehouse ended before it was ready');
}

/** The application's own process, from its data folder; undefined once it has let go of the folder. */
export async function applicationIn(dataFolder: string): Promise<number | undefined> {
  const file = join(dataFolder, 'gatehouse.pid');
  return existsSync(file) ? Number(await readFile(file, 'utf8')) : undefined;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => probe.once('listening', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}
