import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside `src` and `dist` alike: the build puts them in `dist`. */
export const assetsFolder = join(import.meta.dirname, '../../dist/assets');

/** Turns 'main.css' into the address of the file with its content's hash, which browsers may keep for ever. */
export function readAssets(): (name: string) => string {
  const manifest = JSON.parse(readFileSync(join(assetsFolder, 'manifest.json'), 'utf8')) as Record<
    string,
    string
  >;
  return (name) => {
    const file = manifest[name];
    if (!file) throw new Error(`the build made no ${name}`);
    return `/assets/${file}`;
  };
}
