import { expect, test } from 'vitest';
import { numbered, slugOf } from './slug.ts';

test.each([
  ['I can’t log in', 'i-cant-log-in'],
  ['  Fees & payments: 2026/27  ', 'fees-payments-2026-27'],
  ['Lösung für Zoë', 'losung-fur-zoe'],
  ['???', 'article'],
  ['電話', 'article'],
  ['x'.repeat(100), 'x'.repeat(80)],
  [`${'x'.repeat(79)} y`, 'x'.repeat(79)],
])('the address of “%s” ends in %s', (title, slug) => {
  expect(slugOf(title, 'article')).toBe(slug);
});

test.each([
  ['fees', 1, 'fees'],
  ['fees', 12, 'fees-12'],
  ['x'.repeat(80), 2, `${'x'.repeat(78)}-2`],
  [`${'x'.repeat(77)}-yy`, 2, `${'x'.repeat(77)}-2`],
])('the address of another “%s” (%i) is one that a file can have', (slug, number, expected) => {
  expect(numbered(slug, number)).toBe(expected);
});
