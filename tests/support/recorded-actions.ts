import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The name of every action that any source of the product puts on record. */
export const recordedActions = async (): Promise<string[]> =>
  namesIn(await everySource(), /\baction(?: =(?!=)|:)([^;\n]*)/g);

/** Every hyphenated name in quotes that follows; what it is only compared with does not count. */
export const namesIn = (sources: string[], pattern: RegExp): string[] => [
  ...new Set(
    sources
      .flatMap((source) => [...source.matchAll(pattern)].map(([, rest = '']) => rest))
      .flatMap((rest) => rest.replace(/[!=]== '[^']*'/g, '').match(/(?<=')[a-z]+(?:-[a-z]+)+(?=')/g) ?? []),
  ),
];

export async function everySource(): Promise<string[]> {
  const folder = join(import.meta.dirname, '../../src');
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$|\.words\.ts$/.test(name));
  return Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
}
