import { expect, test } from 'vitest';
import fc from '../../../tests/support/properties.ts';
import { dayAfter, readTypedDay, startOfDay } from './start-of-day.ts';

test('a day is read as people write it, and one that does not exist is none', () => {
  expect(['27/3/2026', ' 27.03.2026', '1-1-2026', '29/2/2028'].map(readTypedDay)).toEqual([
    '2026-03-27',
    '2026-03-27',
    '2026-01-01',
    '2028-02-29',
  ]);
  for (const typed of ['', '29/2/2026', '31/4/2026', '2026-03-27', '0/1/2026', '1/13/2026', 'today'])
    expect([typed, readTypedDay(typed)]).toEqual([typed, undefined]);
});

test('a day begins at its midnight, also when the clocks change', () => {
  const london = (day: string) => startOfDay(day, 'Europe/London').toISOString();
  expect(london('2026-03-02')).toBe('2026-03-02T00:00:00.000Z');
  expect(london('2026-03-29')).toBe('2026-03-29T00:00:00.000Z');
  expect(london('2026-03-30')).toBe('2026-03-29T23:00:00.000Z');
  expect(london('2026-10-26')).toBe('2026-10-26T00:00:00.000Z');
});

test('every day ends where the next begins, 23 to 25 hours later', () => {
  const anyDay = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-30'), noInvalidDate: true });
  fc.assert(
    fc.property(anyDay, fc.constantFrom('Europe/London', 'UTC', 'America/New_York'), (date, timeZone) => {
      const day = date.toISOString().slice(0, 10);
      const lasts = startOfDay(dayAfter(day), timeZone).getTime() - startOfDay(day, timeZone).getTime();
      expect([23, 24, 25]).toContain(lasts / 3_600_000);
    }),
  );
});
