import { expect, test } from 'vitest';
import { readDay } from './calendar-day.ts';

test('a register’s dates are real days or nothing', () => {
  expect(readDay('20260302')).toBe('2026-03-02');
  expect(readDay('20240229')).toBe('2024-02-29');
  expect(readDay('')).toBeUndefined();
});

test.each(['20260230', '20250229', '20261301', '00000000', '2026-03-02', '260302', '99990101', 'yesterday'])(
  '%s is an impossible date',
  (text) => {
    expect(readDay(text)).toBe('impossible');
  },
);
