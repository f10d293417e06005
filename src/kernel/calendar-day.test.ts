import { expect, test } from 'vitest';
import { dayAt, daysFrom, mondaysUntil } from './calendar-day.ts';

test('a day begins at midnight where the service is', () => {
  expect(dayAt(new Date('2026-06-30T23:30Z'), 'Europe/London')).toBe('2026-07-01');
  expect(dayAt(new Date('2026-12-31T23:30Z'), 'Europe/London')).toBe('2026-12-31');
});

test('days are counted over the ends of months, and over days of 23 and 25 hours', () => {
  expect(daysFrom('2026-03-01', 30)).toBe('2026-03-31');
  expect(daysFrom('2026-11-01', -8)).toBe('2026-10-24');
});

test('a week begins on Monday, and Sunday is its end', () => {
  expect(mondaysUntil('2026-03-01', 2)).toEqual(['2026-02-16', '2026-02-23']);
  expect(mondaysUntil('2026-03-02', 2)).toEqual(['2026-02-23', '2026-03-02']);
});
