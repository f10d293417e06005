import { expect, test } from 'vitest';
import { z } from 'zod';
import { dayField, dayValues } from './day-field.ts';
import { readForm } from './form.ts';

const form = z.object({ startsOn: dayField('Enter a real date') });
const typed = (day: string, month: string, year: string) =>
  readForm(form, { 'startsOn-day': day, 'startsOn-month': month, 'startsOn-year': year });

test('a day is typed with or without noughts and spaces, or left out', () => {
  expect(typed('2', ' 3 ', '2026')).toEqual({ valid: true, values: { startsOn: '2026-03-02' } });
  expect(typed('02', '03', '２０２６')).toEqual({ valid: true, values: { startsOn: '2026-03-02' } });
  expect(readForm(form, {})).toEqual({ valid: true, values: { startsOn: undefined } });
});

test.each([
  ['31', '2', '2026'],
  ['1', '13', '2026'],
  ['1', '1', '26'],
  ['', '1', '2026'],
  ['one', '1', '2026'],
])('%s %s %s is no day: told at its field, and kept as typed', (day, month, year) => {
  const read = typed(day, month, year);
  expect(read).toMatchObject({
    errors: [{ field: 'startsOn', message: 'Enter a real date' }],
    values: { 'startsOn-month': month },
  });
});

test('a day that is known is shown in its three fields', () => {
  expect(dayValues('endsOn', '2026-03-02')).toEqual({
    'endsOn-day': '2',
    'endsOn-month': '3',
    'endsOn-year': '2026',
  });
  expect(dayValues('endsOn', undefined)).toEqual({});
});
