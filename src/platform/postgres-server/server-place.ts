import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { wordsIn } from '../../kernel/words.ts';
import { postgresServerWords } from './postgres-server.words.ts';
import { refusal } from './refusal.ts';
import { systemFolder } from './server-binaries.ts';
import { canReach, isRoot, type ServerUser, unprivilegedUser } from './server-user.ts';

/** Where the server keeps its files, and who runs it when that is somebody else. */
export interface ServerPlace {
  folder: string;
  user: ServerUser | undefined;
}

const words = wordsIn(postgresServerWords, 'en');

/** In the data folder where the server's user can reach it, else in the system's folder for such things. */
export async function placeOfServer(dataFolder: string, say: (line: string) => void): Promise<ServerPlace> {
  const home = await realpath(dataFolder);
  const place = isRoot() ? await placeForRoot(home, say) : await ownPlace(home);
  await mkdir(place.folder, { recursive: true, mode: 0o700 });
  if (place.user) await chown(place.folder, place.user.uid, place.user.gid);
  return place;
}

/** Where a server was placed before; looks without making anything. */
export async function knownPlace(dataFolder: string): Promise<string> {
  return (await recordedPlace(dataFolder)) ?? inside(dataFolder);
}

/** Removes a server's files; for tests, whose data nobody misses. */
export async function forgetPlace(folder: string): Promise<void> {
  await rm(folder, { recursive: true });
  await rm(ownerFile(folder), { force: true });
}

const inside = (home: string): string => join(home, 'postgres');
const record = (home: string): string => join(home, 'postgres-is-elsewhere');
const ownerFile = (folder: string): string => `${folder}.data-folder`;

async function ownPlace(home: string): Promise<ServerPlace> {
  const elsewhere = await recordedPlace(home);
  if (elsewhere) throw refusal(words.keptElsewhere(elsewhere));
  return { folder: inside(home), user: undefined };
}

async function placeForRoot(home: string, say: (line: string) => void): Promise<ServerPlace> {
  const elsewhere = await recordedPlace(home);
  if (elsewhere) return { folder: await claimed(elsewhere, home), user: unprivilegedUser() };
  const user = ownerOf(inside(home)) ?? unprivilegedUser();
  // Its keys and passwords are 0600 files, so passing through the folder shows nothing.
  await chmod(home, 0o711);
  if (canReach(user, home)) return { folder: inside(home), user };
  if (existsSync(join(inside(home), 'data'))) throw refusal(words.cannotReach(inside(home), user.name));
  return { folder: await newPlaceElsewhere(home, user, say), user };
}

async function recordedPlace(home: string): Promise<string | undefined> {
  return existsSync(record(home)) ? (await readFile(record(home), 'utf8')).trim() : undefined;
}

/** A folder that was moved takes its database along; a copy of a folder must not share it. */
async function claimed(folder: string, home: string): Promise<string> {
  if (!existsSync(folder)) throw refusal(words.gone(folder));
  const owner = await readFile(ownerFile(folder), 'utf8');
  if (owner !== home && existsSync(record(owner))) throw refusal(words.copiedFolder(owner));
  if (owner !== home) await writeFile(ownerFile(folder), home);
  return folder;
}

async function newPlaceElsewhere(
  home: string,
  user: ServerUser,
  say: (line: string) => void,
): Promise<string> {
  const folder = join(systemFolder, createHash('sha256').update(home).digest('hex').slice(0, 16));
  await mkdir(systemFolder, { recursive: true, mode: 0o755 });
  if (existsSync(folder)) await moveAside(folder, say);
  await writeFile(ownerFile(folder), home);
  await writeFile(record(home), folder);
  say(words.elsewhere(folder, user.name));
  return folder;
}

/** Its data folder is gone or not mounted, which only the operator can know, so nothing is removed. */
async function moveAside(folder: string, say: (line: string) => void): Promise<void> {
  const aside = `${folder}-left-over-${statSync(folder).mtimeMs.toFixed()}`;
  await rename(folder, aside);
  say(words.leftOver(aside));
}

/** Who made the database runs it, also when root starts Gatehouse this time. */
function ownerOf(folder: string): ServerUser | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { name: String(found.uid), uid: found.uid, gid: found.gid } : undefined;
}
