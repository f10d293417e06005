import { expect, test } from 'vitest';
import { readTypedDay, typedDay } from './typed-day.ts';

const typed = (day: string, month: string, year: string) => ({
  'endsOn-day': day,
  'endsOn-month': month,
  'endsOn-year': year,
});

test('a day is read as people type it, and one that does not exist is not', () => {
  expect(readTypedDay(typed('2', '3', '2026'), 'endsOn')).toBe('2026-03-02');
  expect(readTypedDay(typed(' 29 ', '02', '2028'), 'endsOn')).toBe('2028-02-29');
  expect(readTypedDay(typed('', '', ''), 'endsOn')).toBeUndefined();
  for (const wrong of [typed('29', '2', '2026'), typed('1', '', '2026'), typed('1', '1', '26')])
    expect(readTypedDay(wrong, 'endsOn')).toBe('impossible');
});

test('a day that is kept is shown as it was typed', () => {
  expect(typedDay('endsOn', '2026-03-02')).toEqual(typed('2', '3', '2026'));
  expect(readTypedDay(typedDay('endsOn', undefined), 'endsOn')).toBeUndefined();
});
