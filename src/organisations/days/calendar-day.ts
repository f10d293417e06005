import { days } from '../../kernel/duration.ts';

/** Reads a register's YYYYMMDD as `2026-03-02`; undefined when empty, 'impossible' when there is no such day. */
export function readDay(text: string): string | undefined | 'impossible' {
  if (text === '') return undefined;
  if (!/^(1[89]|2\d)\d{6}$/.test(text)) return 'impossible';
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  const read = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== day ? 'impossible' : day;
}

/** The calendar day at `now` in a time zone, as `2026-03-02`. */
export const dayAt = (now: Date, timeZone: string): string => formatIn(timeZone).format(now);

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
