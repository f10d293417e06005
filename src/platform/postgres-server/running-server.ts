import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { serverAccount } from './create-cluster.ts';
import { runProgram } from './run-program.ts';
import { readServerPassword } from './server-password.ts';
import { knownPlace } from './server-place.ts';

export interface RunningServer {
  pid: number;
  port: number;
}

/** The address of the server that runs on this data folder, for commands that join it. */
export async function findRunningServer(dataFolder: string): Promise<string | undefined> {
  const server = await runningServerIn(await knownPlace(dataFolder));
  return server && addressOf(server.port, await readServerPassword(dataFolder));
}

export const addressOf = (port: number, password: string, database = 'gatehouse'): string =>
  `postgres://${serverAccount}:${password}@127.0.0.1:${port}/${database}`;

/** Reads who runs from PostgreSQL's own file, and believes it only when that process is this server. */
export async function runningServerIn(folder: string): Promise<RunningServer | undefined> {
  const data = join(folder, 'data');
  const lines = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = lines.split('\n').map(Number);
  if (!pid || !port || !(await isServerOf(pid, data))) return undefined;
  return { pid, port };
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A process id is soon given to another process, and stopping a stranger would be unforgivable. */
async function isServerOf(pid: number, data: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === data;
  if (process.platform === 'win32') return true;
  const { output } = await runProgram('/bin/ps', ['-p', String(pid), '-o', 'command='], undefined, '/');
  return output.includes(data);
}
