#!/usr/bin/env node
// Plain JavaScript without dependencies, because it runs before there are any, under the Node that is there.
import { buildIfStale } from './build.mjs';
import { findNode } from './find-node.mjs';
import { installIfStale } from './install.mjs';
import { linkPostgresLibraries } from './postgres-links.mjs';
import { runUntilItEnds } from './run.mjs';
import { sentenceFor, words } from './words.mjs';

/** `dev` builds for itself, over and over; `check` must speak even when nothing builds. */
const unbuilt = ['dev', 'check'];
const tools = {
  dev: 'tools/dev.ts',
  test: 'tools/test.ts',
  check: 'tools/check.ts',
  bench: 'tools/bench.ts',
  generate: 'tools/generate.ts',
};

async function main([command = 'start', ...options]) {
  requireNode(process.versions.node);
  await installIfStale();
  linkPostgresLibraries();
  const node = findNode();
  if (!unbuilt.includes(command)) await buildIfStale(node);
  const script = Object.hasOwn(tools, command) ? [tools[command]] : ['dist/main.js', command];
  return runUntilItEnds(node, [...script, ...options]);
}

function requireNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(words.nodeTooOld(version));
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${sentenceFor(error)}\n`);
    process.exit(1);
  },
);
