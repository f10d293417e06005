import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemSecrets } from '../../kernel/secrets.ts';
import { writeWhole } from './write-whole.ts';

const fileOf = (dataFolder: string): string => join(dataFolder, 'postgres-password');

export const readServerPassword = (dataFolder: string): Promise<string> =>
  readFile(fileOf(dataFolder), 'utf8');

/** The password of the data folder's server, made with the folder and never changed. */
export async function keepServerPassword(dataFolder: string): Promise<string> {
  if (!existsSync(fileOf(dataFolder))) await writeWhole(fileOf(dataFolder), systemSecrets.issue().plain);
  return readServerPassword(dataFolder);
}
