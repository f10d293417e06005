import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { wordsIn } from '../../kernel/words.ts';
import { postgresServerWords } from './postgres-server.words.ts';
import { refusal } from './refusal.ts';

/** Who runs PostgreSQL when that is not the user who started Gatehouse. */
export interface ServerUser {
  name: string;
  uid: number;
  gid: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** PostgreSQL refuses to run as root, and looks its user up, so it must be one the system knows. */
export function unprivilegedUser(): ServerUser {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [name, , uid, gid] = line?.split(':') ?? [];
  if (!name) throw refusal(wordsIn(postgresServerWords, 'en').noUser);
  return { name, uid: Number(uid), gid: Number(gid) };
}

/** Whether the user may read and pass through the path and every folder above it. */
export function canReach(user: ServerUser, path: string): boolean {
  const wanted = statSync(path).isDirectory() ? 0o1 : 0o5;
  const above = dirname(path);
  return allows(user, path, wanted) && (above === path || canReach(user, above));
}

function allows(user: ServerUser, path: string, wanted: number): boolean {
  const { uid, gid, mode } = statSync(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}
