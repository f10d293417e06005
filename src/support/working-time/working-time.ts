import type { Duration } from '../../kernel/duration.ts';
import type { Weekday } from '../../platform/settings/support-settings.ts';

/** When support works: the weekly times, in one time zone, but for the days it is closed on. */
export interface WorkingCalendar {
  timeZone: string;
  open: readonly { days: readonly Weekday[]; from: string; to: string }[];
  /** Whether support is closed on a calendar day, like `2026-12-25`. */
  isClosedOn(day: string): boolean;
}

interface Stretch {
  from: number;
  to: number;
}

/** Nobody plans further; a calendar without one open hour in two years is a mistake. */
const longestSearch = 750;

/** The instant by which so much working time has passed since `from`. Throws where the calendar never opens. */
export function addWorkingTime(calendar: WorkingCalendar, from: Date, duration: Duration): Date {
  let left = duration;
  for (const stretch of stretchesSince(calendar, from)) {
    const length = stretch.to - stretch.from;
    if (length >= left) return new Date(stretch.from + left);
    left -= length;
  }
  throw new Error('support is never open: check support.open and support.closedOn');
}

/** How much working time lies between two instants; nothing when the second is not later. */
export function workingTimeBetween(calendar: WorkingCalendar, from: Date, to: Date): Duration {
  let worked = 0;
  for (const stretch of stretchesSince(calendar, from)) {
    if (stretch.from >= to.getTime()) break;
    worked += Math.min(stretch.to, to.getTime()) - stretch.from;
  }
  return worked;
}

/** Whether support is open at an instant. */
export const isOpenAt = (calendar: WorkingCalendar, at: Date): boolean =>
  workingTimeBetween(calendar, at, new Date(at.getTime() + 1)) > 0;

/** The instant at which support opens next; `at` itself when it is open. */
export function opensNext(calendar: WorkingCalendar, at: Date): Date {
  for (const { from } of stretchesSince(calendar, at)) return new Date(from);
  throw new Error('support is never open: check support.open and support.closedOn');
}

/** Open stretches from an instant on, in order; one that has begun is cut off at its beginning. */
function* stretchesSince(calendar: WorkingCalendar, from: Date): Generator<Stretch> {
  let day = dayAt(from.getTime(), calendar.timeZone);
  for (let looked = 0; looked < longestSearch; looked += 1) {
    for (const stretch of stretchesOf(calendar, day)) {
      const begins = Math.max(stretch.from, from.getTime());
      if (begins < stretch.to) yield { from: begins, to: stretch.to };
    }
    day = dayAfter(day);
  }
}

function stretchesOf({ open, timeZone, isClosedOn }: WorkingCalendar, day: string): Stretch[] {
  if (isClosedOn(day)) return [];
  const name = weekdayOf(day);
  return open
    .filter(({ days }) => days.includes(name))
    .map(({ from, to }) => ({ from: instantOf(day, from, timeZone), to: instantOf(day, to, timeZone) }))
    .sort((one, other) => one.from - other.from)
    .reduce<Stretch[]>(joinOverlapping, []);
}

function joinOverlapping(joined: Stretch[], next: Stretch): Stretch[] {
  const last = joined.at(-1);
  if (!last || next.from > last.to) return [...joined, next];
  return [...joined.slice(0, -1), { from: last.from, to: Math.max(last.to, next.to) }];
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

const weekdayOf = (day: string): Weekday =>
  weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] as (typeof weekdays)[number];

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The instant of a time of day in a time zone. An hour that the clocks leave out is read as the one after it. */
export function instantOf(day: string, time: string, timeZone: string): number {
  const [date, clock] = time === '24:00' ? [dayAfter(day), '00:00'] : [day, time];
  const wanted = Date.parse(`${date}T${clock}:00Z`);
  const first = wanted - offsetAt(wanted, timeZone);
  return wanted - offsetAt(first, timeZone);
}

/** The day and the time of day of an instant in a time zone, like `2026-03-02` and `17:30`. */
export function clockIn(at: Date, timeZone: string): { day: string; time: string } {
  const [day = '', time = ''] = formatIn(timeZone).format(at).split(', ');
  return { day, time: time.slice(0, 5) };
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const [date = '', time = ''] = formatIn(timeZone).format(instant).split(', ');
  return Date.parse(`${date}T${time}Z`) - Math.floor(instant / 1000) * 1000;
}

const dayAt = (instant: number, timeZone: string): string =>
  formatIn(timeZone).format(instant).split(', ')[0] ?? '';

/** Making one takes longer than many days take to write. */
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const shape = { dateStyle: 'short', timeStyle: 'medium', timeZone, hourCycle: 'h23' } as const;
  const kept = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', shape);
  formats.set(timeZone, kept);
  return kept;
}

const formats = new Map<string, Intl.DateTimeFormat>();
