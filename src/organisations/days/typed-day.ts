import { z } from 'zod';
import { datePart } from '../../ui/index.ts';

type DayFields<Name extends string> = Record<`${Name}-${'day' | 'month' | 'year'}`, z.ZodString>;

/** The fields of a day in a form's schema. */
export const dayFields = <Name extends string>(name: Name): DayFields<Name> =>
  Object.fromEntries(
    (['day', 'month', 'year'] as const).map((part) => [datePart(name, part), z.string()]),
  ) as DayFields<Name>;

/** What was typed for a day, as `2026-03-02`; undefined when nothing was, 'impossible' when there is no such day. */
export function readTypedDay(
  values: Readonly<Record<string, unknown>>,
  name: string,
): string | undefined | 'impossible' {
  const [day = '', month = '', year = ''] = (['day', 'month', 'year'] as const).map((part) =>
    String(values[datePart(name, part)] ?? '').trim(),
  );
  if (!day && !month && !year) return undefined;
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^2\d{3}$/.test(year)) return 'impossible';
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${read}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== read ? 'impossible' : read;
}

/** A day as its fields show it. */
export function typedDay(name: string, day: string | undefined): Record<string, string> {
  const [year = '', month = '', date = ''] = day?.split('-').map((part) => part.replace(/^0/, '')) ?? [];
  return { [datePart(name, 'day')]: date, [datePart(name, 'month')]: month, [datePart(name, 'year')]: year };
}
