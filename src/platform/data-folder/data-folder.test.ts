import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../tests/running/temporary-folder.ts';
import { openDataFolder, userOfFolder } from './index.ts';
import { startOfProcess } from './process-start.ts';

const ours = { profile: 'recommended', version: '1.4.0' };

test('the folder keeps its root key, private to its owner', async () => {
  const folder = join(await temporaryFolder(), 'new', 'data');
  const first = await openDataFolder(folder, ours);
  await first.release();
  const second = await openDataFolder(folder, ours);
  expect(second.rootKeys).toEqual(first.rootKeys);
  expect((await stat(join(folder, 'root-key'))).mode & 0o777).toBe(0o600);
  await second.release();
});

test('the folder says which process uses it, and refuses a second one', async () => {
  const folder = await temporaryFolder();
  const open = await openDataFolder(folder, ours);
  expect(await readFile(join(folder, 'gatehouse.pid'), 'utf8')).toBe(`${process.pid}\n`);
  await expect(openDataFolder(folder, ours)).rejects.toThrow(
    `already running on ${folder} (process ${process.pid})`,
  );
  await open.release();
  expect(await userOfFolder(folder)).toBeUndefined();
});

test('of many that open a folder left by a killed process, one succeeds', async () => {
  const folder = await temporaryFolder();
  const killed = spawn('sleep', ['60']);
  const started = await startOfProcess(killed.pid ?? 0);
  await writeFile(join(folder, 'in-use-by'), `${killed.pid}\n${started}\n`);
  await expect(openDataFolder(folder, ours)).rejects.toThrow('already running');
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const tries = await Promise.all(Array.from({ length: 6 }, () => tryToOpen(folder)));
  await Promise.all(tries.map((one) => one.end()));
  const answers = tries.map((one) => one.said);
  expect(answers.filter((answer) => answer === 'opened')).toHaveLength(1);
  expect(answers.filter((answer) => answer.includes('already running'))).toHaveLength(5);
});

test('another process that was given the same id does not count', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'in-use-by'), `${process.pid}\nanother time\n`);
  await (await openDataFolder(folder, ours)).release();
});

test.each([
  [{ profile: 'clinic', version: '1.4.0' }, 'made by the profile "clinic", not "recommended"'],
  [{ profile: 'recommended', version: '1.10.0' }, 'Gatehouse 1.10.0, which is newer than this one (1.4.0)'],
])('a folder of %j is refused in one sentence', async (made, sentence) => {
  const folder = await temporaryFolder();
  await (await openDataFolder(folder, made)).release();
  await expect(openDataFolder(folder, ours)).rejects.toThrow(sentence);
  expect(await userOfFolder(folder)).toBeUndefined();
});

test('a folder of an older version is taken over', async () => {
  const folder = await temporaryFolder();
  await (await openDataFolder(folder, { ...ours, version: '1.3.9' })).release();
  await (await openDataFolder(folder, ours)).release();
  expect(JSON.parse(await readFile(join(folder, 'installation.json'), 'utf8'))).toEqual(ours);
});

test('a folder that may not be written is refused in one sentence', async () => {
  const forbidden = process.platform === 'linux' ? '/sys/gatehouse' : '/System/gatehouse';
  await expect(openDataFolder(forbidden, ours)).rejects.toThrow('may not write');
});

/** Opens the folder in a process of its own, which stays until it is ended, and says how that went. */
async function tryToOpen(folder: string): Promise<{ said: string; end(): Promise<unknown> }> {
  const module = JSON.stringify(new URL('./index.ts', import.meta.url).href);
  const values = `${JSON.stringify(folder)}, ${JSON.stringify(ours)}`;
  const script = `
    const { openDataFolder } = await import(${module});
    const said = await openDataFolder(${values}).then(() => 'opened', (error) => error.message);
    console.log(said);
    process.stdin.resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const [said] = await once(child.stdout, 'data');
  const ended = once(child, 'exit');
  const end = (): Promise<unknown> => {
    child.stdin.end();
    return ended;
  };
  return { said: String(said).trim(), end };
}
