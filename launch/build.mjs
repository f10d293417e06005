import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { root } from './root.mjs';
import { words } from './words.mjs';

const stamp = join(root, 'dist', '.built-from');
const sources = [
  'src',
  'browser',
  'tools/build.ts',
  'tools/build-assets.ts',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
];

/** Builds when any source was added, changed or removed since the last build that succeeded. */
export async function buildIfStale(node) {
  if (isFresh()) return;
  await alone(() => {
    if (isFresh()) return;
    const before = fingerprint();
    build(node);
    writeFileSync(stamp, before);
  });
}

function build(node) {
  process.stdout.write(`${words.building}\n`);
  const { status, stdout, stderr, error } = spawnSync(node, ['tools/build.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(words.buildFailed(`${stdout}${stderr}`.trim()));
}

const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of sources) for (const line of describe(join(root, source))) hash.update(line);
  return hash.digest('hex');
}

/** Times and sizes, not contents: reading every file would cost each start more than it saves. */
function* describe(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) yield `${path}|${found.size}|${found.mtimeMs}\n`;
  else for (const name of readdirSync(path).sort()) yield* describe(join(path, name));
}
