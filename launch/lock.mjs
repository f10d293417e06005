import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './root.mjs';
import { words } from './words.mjs';

const lock = join(root, '.launching');
const mine = `${lock}.${process.pid}`;
const longestMs = 15 * 60 * 1000;

/** Runs the work while no other copy installs or builds in this folder. */
export async function alone(work) {
  await take();
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

async function take() {
  for (let tries = 0; !taken(); tries++) {
    if (tries === 0) process.stdout.write(`${words.waitingForInstall}\n`);
    await sleep(200);
    removeIfLeftBehind();
  }
}

/** A link appears whole or not at all, so nobody ever reads a lock without an owner. */
function taken() {
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return !owner() && taken();
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Renaming lets exactly one of several waiting copies remove a dead owner's lock. */
function removeIfLeftBehind() {
  const pid = owner();
  if (!pid || (isAlive(pid) && !isOld())) return;
  try {
    renameSync(lock, mine);
    // Somebody quicker may have replaced it in between: theirs goes back.
    if (Number(readFileSync(mine, 'utf8')) !== pid) linkSync(mine, lock);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
}

function owner() {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return undefined;
  }
}

const isOld = () => Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > longestMs;

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
