import { existsSync } from 'node:fs';
import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { serverAccount } from './create-cluster.ts';
import { runProgram } from './run-program.ts';
import { readServerPassword } from './server-password.ts';
import { knownPlace } from './server-place.ts';

export interface RunningServer {
  pid: number;
  port: number;
  /** The folder of its socket, through which a question takes half the time it takes through the port. */
  socketFolder: string | undefined;
}

/** The address of the server that runs on this data folder, for commands that join it. */
export async function findRunningServer(dataFolder: string): Promise<string | undefined> {
  const server = await runningServerIn(await knownPlace(dataFolder));
  return server && addressOf(server, await readServerPassword(dataFolder));
}

/** By its socket where it has one, else by its port, as drivers read it. */
export function addressOf(
  { port, socketFolder }: RunningServer,
  password: string,
  database = 'gatehouse',
): string {
  const address = new URL(`postgres://${serverAccount}:${password}@127.0.0.1:${port}/${database}`);
  if (socketFolder) address.searchParams.set('host', socketFolder);
  return address.href;
}

/** Reads who runs from PostgreSQL's own file, and believes it only when that process is this server. */
export async function runningServerIn(folder: string): Promise<RunningServer | undefined> {
  const data = join(folder, 'data');
  const lines = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = lines.split('\n').map(Number);
  if (!pid || !port || !(await isServerOf(pid, data))) return undefined;
  return { pid, port, socketFolder: existsSync(socketOf(folder, port)) ? folder : undefined };
}

const socketOf = (folder: string, port: number): string => join(folder, `.s.PGSQL.${port}`);

/** What systems take as the path of a socket, less the byte that ends it; macOS has the least. */
const longestSocket = 103;

/** Windows has no such sockets for PostgreSQL to make, and a path too long for the others leaves the port. */
export const canHaveSocket = (folder: string): boolean =>
  process.platform !== 'win32' && Buffer.byteLength(socketOf(folder, 65_535)) <= longestSocket;

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
