import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of this copy of Gatehouse, from `src` and `dist` alike. */
export const projectFolder = join(import.meta.dirname, '../..');

export const version: string = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')).version;
