import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { wordsIn } from '../../kernel/words.ts';
import { refusal } from '../postgres-server/index.ts';
import { dataFolderWords } from './data-folder.words.ts';
import { startOfProcess } from './process-start.ts';

const words = wordsIn(dataFolderWords, 'en');
const claimOf = (folder: string): string => join(folder, 'in-use-by');
/** The process id alone, for `kill $(cat …)`; the claim beside it decides. */
const pidFileOf = (folder: string): string => join(folder, 'gatehouse.pid');

/** The process that uses the folder now. Its start time tells it from a later process with the same id. */
export async function userOfFolder(folder: string): Promise<number | undefined> {
  const [pid, started] = (await readIfThere(claimOf(folder))).split('\n');
  if (!pid || !started || (await startOfProcess(Number(pid))) !== started) return undefined;
  return Number(pid);
}

/** Takes the folder for this process, also after one that was killed; throws a refusal while another runs. */
export async function takeFolder(folder: string): Promise<() => Promise<void>> {
  const [file, draft] = [claimOf(folder), `${claimOf(folder)}.${process.pid}`];
  await writeFile(draft, `${process.pid}\n${await startOfProcess(process.pid)}\n`, { mode: 0o644 });
  try {
    while (!(await linked(draft, file))) {
      const user = await userOfFolder(folder);
      if (user !== undefined) throw refusal(words.inUse(folder, user));
      await removeStale(file, `${draft}.stale`);
    }
  } finally {
    await rm(draft, { force: true });
  }
  await writeFile(pidFileOf(folder), `${process.pid}\n`);
  return async () => {
    await rm(pidFileOf(folder), { force: true });
    await rm(file, { force: true });
  };
}

/** A link appears whole or not at all, and for one of several only. */
async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** Renaming lets one of several starting processes remove the dead one's file; a live one's goes back. */
async function removeStale(file: string, aside: string): Promise<void> {
  await rename(file, aside).catch(ignoreMissing);
  const [pid, started] = (await readIfThere(aside)).split('\n');
  if (pid && started && (await startOfProcess(Number(pid))) === started) await linked(aside, file);
  await rm(aside, { force: true });
}

const readIfThere = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error) => {
    ignoreMissing(error);
    return '';
  });

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
