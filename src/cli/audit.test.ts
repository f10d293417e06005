import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { sealedRecord, tampered } from '../../tests/support/sealed-record.ts';
import { findNewestSeal, keepSeal } from '../audit/index.ts';
import { auditCommand, tellWhetherWhole } from './audit.ts';

test('the operator is told what was checked, what was not, and to keep a seal outside', async () => {
  const { needs } = await sealedRecord();
  const said: string[] = [];
  expect(await tellWhetherWhole(needs, undefined, (line) => said.push(line))).toBe(true);
  expect(said.slice(0, 3)).toEqual([
    'Checked and found whole: 4 seals, 13 events.',
    'Nothing that was sealed was altered, removed or slipped in.',
    '1 event is too new to be sealed, and could not be checked.',
  ]);
  expect(said[3]).toContain('Only a seal kept outside (--seal) shows');
  const newest = await findNewestSeal(needs.database);
  const again: string[] = [];
  await tellWhetherWhole(needs, newest && keepSeal(newest), (line) => again.push(line));
  expect(again.at(-1)).toContain('The seal kept outside is part of the record');
});

test('the operator is told which event is wrong: position, id, time and what was done to it', async () => {
  const it = await sealedRecord({ at: '2026-03-02T09:00:00Z' });
  const { id } = await it.needs.database
    .selectFrom('audit_event')
    .select('id')
    .where('position', '=', 8)
    .executeTakeFirstOrThrow();
  const said: string[] = [];
  const isWhole = await tampered(
    it,
    (db) => sql`UPDATE audit_event SET reason = 'Another' WHERE position = 8`.execute(db),
    (database) => tellWhetherWhole({ ...it.needs, database }, undefined, (line) => said.push(line)),
  );
  expect(isWhole).toBe(false);
  expect(said).toEqual([
    'Checked and found whole: 1 seal, 4 events.',
    `WRONG: the event at position 8, ${id}, of 2026-03-02T09:06:00.000Z, was altered after it was sealed.`,
  ]);
});

test('a file that is no seal is refused in one sentence, before any database is touched', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-seal-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'seal.json');
  const verify = () => auditCommand().parseAsync(['verify', '--seal', file], { from: 'user' });
  await expect(verify()).rejects.toThrow('There is no file');
  await writeFile(file, '{"statement": 4}');
  await expect(verify()).rejects.toThrow('is not a seal');
});
