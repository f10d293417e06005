import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { freePort, gatehouse } from './gatehouse-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const slow = { timeout: 60_000 };

test('a busy port', slow, async () => {
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await new Promise((done) => other.once('listening', done));
  const { port } = other.address() as { port: number };
  expect(await refusalOf(['--port', String(port)])).toMatch(`Port ${port} is in use by another program.`);
});

test('a profile that does not exist', slow, async () => {
  expect(await refusalOf(['--profile', 'clinik'])).toMatch(/no profile named "clinik".*recommended/);
});

test('a port that cannot be one', slow, async () => {
  expect(await refusalOf(['--port', 'eighty'])).toMatch(/^GATEHOUSE_PORT is not right/);
});

test('a database that does not answer', slow, async () => {
  const port = await freePort();
  const sentence = await refusalOf([], {
    DATABASE_URL: `postgres://someone:hunter2@127.0.0.1:${port}/portal`,
  });
  expect(sentence).toContain(`The database at 127.0.0.1:${port}/portal cannot be reached (ECONNREFUSED).`);
  expect(sentence).not.toContain('hunter2');
});

test.each([
  ['made by another profile', { profile: 'clinic', version: '0.0.1' }, 'made by the profile "clinic"'],
  ['of a newer version', { profile: 'recommended', version: '999.0.0' }, 'which is newer than this one'],
])('a data folder %s', slow, async (_which, installation, sentence) => {
  const data = await temporaryFolder();
  await writeFile(join(data, 'installation.json'), JSON.stringify(installation));
  expect(await refusalOf(['--data', data])).toContain(sentence);
});

test('production without anything it needs names all of it', slow, async () => {
  const { exitCode, errors } = gatehouse({ options: ['serve'] });
  expect(await exitCode).toBe(1);
  const names = errors().match(/^[A-Z_]+(?= is missing)/gm);
  expect(names).toEqual(['DATABASE_URL', 'GATEHOUSE_ROOT_KEYS', 'GATEHOUSE_ORIGIN', 'SMTP_URL', 'MAIL_FROM']);
});

/** Small enough to fill while writing the folder's own files, while creating the database, while starting it. */
test.runIf(canMount()).each(['8k', '20m', '40m'])('a disk of %s that is full', slow, async (size) => {
  const disk = await temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'none', disk]);
  onTestFinished(() => void execFileSync('umount', [disk]));
  expect(await refusalOf(['--data', join(disk, 'data')])).toMatch(/^The disk is full/);
});

/** Runs to the refusal, which is one line, with exit code 1. */
async function refusalOf(options: string[], environment: Record<string, string> = {}): Promise<string> {
  const port = options.includes('--port') ? [] : ['--port', String(await freePort())];
  const data = options.includes('--data') ? [] : ['--data', join(await temporaryFolder(), 'data')];
  const { exitCode, errors } = gatehouse({ options: ['start', ...port, ...data, ...options], environment });
  expect(await exitCode).toBe(1);
  expect(errors().trim().split('\n')).toHaveLength(1);
  return errors();
}

function canMount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'none', '/mnt'], { stdio: 'ignore' });
    execFileSync('umount', ['/mnt']);
    return true;
  } catch {
    return false;
  }
}
