import { spawn } from 'node:child_process';
import type { ServerUser } from './server-user.ts';

export interface Finished {
  exitCode: number;
  output: string;
}

/** A fixed environment, so that no LANG, PGDATA or PGPORT of the caller changes what happens. */
const environment =
  process.platform === 'win32' ? undefined : { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Runs one of PostgreSQL's programs to its end, out of reach of the terminal's Ctrl-C. */
export function runProgram(
  program: string,
  options: string[],
  user: ServerUser | undefined,
  folder: string,
): Promise<Finished> {
  const child = spawn(program, options, {
    cwd: folder,
    detached: process.platform !== 'win32',
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(environment ? { env: environment } : {}),
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ exitCode: code ?? 1, output }));
  });
}
