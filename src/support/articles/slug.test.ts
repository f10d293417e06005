import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

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
