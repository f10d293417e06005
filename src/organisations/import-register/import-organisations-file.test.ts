import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { portal } from '../../../tests/support/portal.ts';
import { importOrganisationsFile } from './import-organisations-file.ts';
import { practice, register } from './register-samples.ts';

async function bringFile(content: Buffer | undefined) {
  const { needs } = await portal();
  const folder = await mkdtemp(join(tmpdir(), 'register-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'epraccur.csv');
  if (content) await writeFile(file, content);
  const lines: string[] = [];
  const isIn = await importOrganisationsFile(needs, file, (line) => lines.push(line));
  return { isIn, said: lines.join('\n') };
}

test('the command says what it did, and names refused rows with line and reason', async () => {
  const rows = register(practice({ code: 'Z90001' }), practice({ code: 'Z90002', closed: '20260230' }));
  const { isIn, said } = await bringFile(rows);
  expect(isIn).toBe(true);
  expect(said).toContain('Added: 1');
  expect(said).toContain('line 2 Z90002: a date is not a real day');
});

test('the command says why a file is not taken, and that nothing changed', async () => {
  const { isIn, said } = await bringFile(Buffer.from('hello,world\n'));
  expect(isIn).toBe(false);
  expect(said).toContain('does not look like a register');
  expect(said).toContain('Nothing was changed');
});

test('the command says when there is no such file', async () => {
  const { isIn, said } = await bringFile(undefined);
  expect(isIn).toBe(false);
  expect(said).toContain('cannot be read');
});
