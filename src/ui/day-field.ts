import { z } from 'zod';
import { inParts } from './form.ts';

/** A calendar day typed as day, month and year; gives `2026-03-02`, or undefined where all three are empty. */
export const dayField = (notDay: string) =>
  inParts(
    ['day', 'month', 'year'],
    z.object({ day: z.string(), month: z.string(), year: z.string() }).transform((typed, check) => {
      const day = readTypedDay(typed);
      if (day !== 'impossible') return day;
      check.addIssue({ code: 'custom', message: notDay });
      return z.NEVER;
    }),
  );

/** A day as the form's state keeps it, to be changed. */
export function dayValues(name: string, day: string | undefined): Record<string, string> {
  const [year, month, date] = (day ?? '').split('-');
  if (!year || !month || !date) return {};
  return { [`${name}-day`]: `${+date}`, [`${name}-month`]: `${+month}`, [`${name}-year`]: year };
}

function readTypedDay(typed: {
  day: string;
  month: string;
  year: string;
}): string | undefined | 'impossible' {
  const [day, month, year] = [typed.day, typed.month, typed.year].map((part) =>
    part.normalize('NFKC').trim(),
  );
  if (!day && !month && !year) return undefined;
  if (!/^\d{1,2}$/.test(day ?? '') || !/^\d{1,2}$/.test(month ?? '') || !/^[12]\d{3}$/.test(year ?? ''))
    return 'impossible';
  const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const read = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== written ? 'impossible' : written;
}
