import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { root } from './root.mjs';
import { words } from './words.mjs';

const lockFile = join(root, 'package-lock.json');
const marker = join(root, 'node_modules', '.gatehouse-installed');

/** Installs what the lock file names when it is missing or has changed since. */
export async function installIfStale() {
  if (isInstalled()) return;
  await alone(() => {
    if (isInstalled()) return;
    if (!npmAgrees()) install();
    remember();
  });
}

const wanted = () =>
  createHash('sha256')
    .update(readFileSync(lockFile))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');

const isInstalled = () => readIfThere(marker) === wanted();

/** npm keeps its own record of what it installed, so a developer's `npm install` is not done again. */
function npmAgrees() {
  const record = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  if (!record) return false;
  const installed = JSON.parse(record).packages;
  const locked = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages);
  return locked.every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || (installed[path] ? installed[path].version === version : optional || devOptional),
  );
}

function install() {
  process.stdout.write(`${words.installing}\n`);
  const options = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--prefer-offline'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { status, stdout, stderr, error } = npm([...options, ...quiet]);
  if (error) throw error;
  if (status !== 0) throw new Error(words.installFailed(lastLines(`${stdout}${stderr}`)));
}

/** The npm that started us when there is one, so that two different ones never meet in one folder. */
function npm(options) {
  const started = process.env.npm_execpath ?? '';
  const settings = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 };
  if (/npm-cli\.c?js$/.test(started)) return spawnSync(process.execPath, [started, ...options], settings);
  return process.platform === 'win32'
    ? spawnSync(`npm ${options.join(' ')}`, { ...settings, shell: true })
    : spawnSync('npm', options, settings);
}

function remember() {
  const draft = `${marker}.${process.pid}`;
  writeFileSync(draft, wanted());
  renameSync(draft, marker);
}

const lastLines = (text) => text.trim().split('\n').slice(-12).join('\n');

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
