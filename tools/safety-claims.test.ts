import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { brokenClaims, brokenRows, brokenSafetyClaims } from './safety-claims.ts';

const written = (text: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'gatehouse-claims-')), 'claims.md');
  writeFileSync(file, text);
  return file;
};

const tests = new Map([['log-in.test.ts', "test('a session ends after 30 minutes', …)"]]);

test('a claim holds when the test it names is there', () => {
  expect(brokenClaims(written('See `log-in.test.ts: a session ends after 30 minutes`.'), tests)).toEqual([]);
});

test('a test, a title or a document that is not there is named', () => {
  const file = written('`log-out.test.ts: gone`, `log-in.test.ts: never ends`, [gone](gone.md)');
  const problems = brokenClaims(file, tests).map((problem) => problem.slice(file.length + 2));
  expect(problems).toEqual([
    'there is no log-out.test.ts',
    'log-in.test.ts has no test “never ends”',
    `${join(file, '..', 'gone.md')} is not there`,
  ]);
});

test('a requirement that is not answered, at the wrong level, or met by nothing, is named', () => {
  const file = written('| 6.1.1 | 1 | Limits | met | because |\n| 6.1.2 | 3 | Words | perhaps | |');
  const problems = brokenRows(file).map((problem) => problem.slice(file.length + 2));
  expect(problems).toContain('6.1.3 must be answered once');
  expect(problems.slice(-4)).toEqual([
    '6.1.1: nothing proves it',
    '6.1.2: is of level 2',
    '6.1.2: "perhaps" is no answer',
    '6.1.2: says nothing',
  ]);
});

test('every claim of the safety documents holds', () => {
  expect(brokenSafetyClaims()).toEqual([]);
});
