import { days } from './duration.ts';

/** The calendar day at an instant in a time zone, as `2026-03-02`. */
export const dayAt = (at: Date, timeZone: string): string => formatIn(timeZone).format(at);

/** Making one takes longer than many days take to write. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const kept = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  formats.set(timeZone, kept);
  return kept;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day so many days after another, or before it. */
export const daysFrom = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days(count)).toISOString().slice(0, 10);

/** The Mondays of so many weeks, the last of them the week of that day. */
export function mondaysUntil(day: string, weeks: number): string[] {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return Array.from({ length: weeks }, (_, at) => daysFrom(day, -sinceMonday - 7 * (weeks - 1 - at)));
}
