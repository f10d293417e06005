import { instantOf } from '../working-time/working-time.ts';

/** Nobody looks for earlier or later years, and not all of our arithmetic reaches there. */
const isUsualYear = (year: string): boolean => Number(year) >= 1900 && Number(year) <= 9998;

/** Reads a day as people write it, like `27/3/2026`; undefined when there is no such day. */
export function readTypedDay(typed: string): string | undefined {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(typed.trim()) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isUsualYear(year)) return undefined;
  const read = new Date(`${written}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== written ? undefined : written;
}

/** The day after, as `2026-03-28`. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** The instant at which a calendar day begins in a time zone. */
export const startOfDay = (day: string, timeZone: string): Date =>
  new Date(instantOf(day, '00:00', timeZone));
