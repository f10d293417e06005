import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Writes a generated file, or with `verify` says whether the one in the tree is what would be written. */
export function publish(file: string, fresh: string, verify: boolean): boolean {
  if (!verify) writeFileSync(file, fresh);
  const isFresh = existsSync(file) && readFileSync(file, 'utf8') === fresh;
  if (!isFresh) console.error(`${file} is stale; make it again with: npm run generate`);
  return isFresh;
}
