import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readRootKeys } from '../../kernel/key-ring.ts';
import { systemSecrets } from '../../kernel/secrets.ts';
import { wordsIn } from '../../kernel/words.ts';
import { refusal, writeWhole } from '../postgres-server/index.ts';
import { dataFolderWords } from './data-folder.words.ts';
import { takeFolder } from './folder-user.ts';
import { isNewer } from './version.ts';

export interface DataFolder {
  readonly path: string;
  readonly rootKeys: ReadonlyMap<number, Uint8Array>;
  /** Lets another process use the folder. */
  release(): Promise<void>;
}

interface Installation {
  profile: string;
  version: string;
}

const words = wordsIn(dataFolderWords, 'en');
const recordOf = (folder: string): string => join(folder, 'installation.json');
const rootKeyOf = (folder: string): string => join(folder, 'root-key');

/** Opens the folder for this process alone, creating it the first time; throws a refusal when it may not be used. */
export async function openDataFolder(folder: string, installation: Installation): Promise<DataFolder> {
  const path = resolve(folder);
  try {
    // Only the folder itself is private: PostgreSQL's user may have to pass through those above.
    await mkdir(dirname(path), { recursive: true });
    await mkdir(path, { recursive: true, mode: 0o700 });
    const release = await takeFolder(path);
    return await opened(path, installation, release).catch(async (error) => {
      await release();
      throw error;
    });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw ['EACCES', 'EPERM', 'EROFS'].includes(code) ? refusal(words.notWritable(path)) : error;
  }
}

/** The profile that made the folder; undefined for a folder that Gatehouse has not made yet. */
export async function recordedProfile(folder: string): Promise<string | undefined> {
  return (await readRecord(folder))?.profile;
}

async function opened(
  path: string,
  installation: Installation,
  release: () => Promise<void>,
): Promise<DataFolder> {
  const made = await readRecord(path);
  if (made) refuseUnlessUsable(path, made, installation);
  await writeWhole(recordOf(path), `${JSON.stringify(installation, undefined, 2)}\n`);
  return { path, rootKeys: await keepRootKey(path), release };
}

function refuseUnlessUsable(path: string, made: Installation, ours: Installation): void {
  if (made.profile !== ours.profile) throw refusal(words.otherProfile(path, made.profile, ours.profile));
  if (isNewer(made.version, ours.version)) throw refusal(words.newer(path, made.version, ours.version));
}

async function readRecord(path: string): Promise<Installation | undefined> {
  if (!existsSync(recordOf(path))) return undefined;
  try {
    return JSON.parse(await readFile(recordOf(path), 'utf8'));
  } catch (error) {
    throw error instanceof SyntaxError ? refusal(words.unreadable(recordOf(path))) : error;
  }
}

async function keepRootKey(path: string): Promise<ReadonlyMap<number, Uint8Array>> {
  if (!existsSync(rootKeyOf(path)))
    await writeWhole(rootKeyOf(path), systemSecrets.bytes(32).toString('base64'));
  return readRootKey(path);
}

/** The key of a folder that another process of this user has open. */
export async function readRootKey(path: string): Promise<ReadonlyMap<number, Uint8Array>> {
  return readRootKeys((await readFile(rootKeyOf(path), 'utf8')).trim());
}
