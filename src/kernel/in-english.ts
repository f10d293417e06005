// How English says times and lengths of time. Only the English words use it; another language brings its own.

import type { Duration } from './duration.ts';

/** A length of time as people say it, in its largest whole unit: "15 minutes", "1 hour", "14 days". */
export function sayDuration(duration: Duration): string {
  const units: [Duration, string][] = [
    [86_400_000, 'day'],
    [3_600_000, 'hour'],
    [60_000, 'minute'],
    [1_000, 'second'],
  ];
  const [length, name] = units.find(([size]) => duration >= size && duration % size === 0) ?? [
    60_000,
    'minute',
  ];
  const count = Math.max(1, Math.ceil(duration / length));
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

/** How long something works: "24 hours", because "1 day" might end at midnight. */
export const sayLife = (life: Duration): string => (life === 86_400_000 ? '24 hours' : sayDuration(life));

/** How long ago, rounded down: "20 seconds ago", "3 minutes ago"; "just now" within the first seconds. */
export function sayAgo(at: Date, now: Date): string {
  const age = now.getTime() - at.getTime();
  const size = [86_400_000, 3_600_000, 60_000, 1_000].find((unit) => age >= unit) ?? 1_000;
  return age < 5_000 ? 'just now' : `${sayDuration(age - (age % size))} ago`;
}

/** A time of day as the NHS manual writes it: "5pm", "5:30pm", "midday", "midnight". */
export function sayTime(at: Date, timeZone: string): string {
  const clock = formatFor('time', timeZone).format(at);
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  if (minute === 0 && hour % 24 === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'midday';
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${shown}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** "6 August 2018". */
export const sayDay = (at: Date, timeZone: string): string => formatFor('day', timeZone).format(at);

/** A calendar day like `2018-08-06` as "6 August 2018". */
export const sayDate = (day: string): string => sayDay(new Date(`${day}T12:00:00Z`), 'UTC');

/** "6 August 2018 at 5:30pm". */
export const sayMoment = (at: Date, timeZone: string): string =>
  `${sayDay(at, timeZone)} at ${sayTime(at, timeZone)}`;

/** How long from now until then, rounded up so that it is never promised too early. */
export function sayWait(now: Date, until: Date): string {
  const wait = Math.max(60_000, until.getTime() - now.getTime());
  const size = wait > 2 * 3_600_000 ? 3_600_000 : 60_000;
  return sayDuration(Math.ceil(wait / size) * size);
}

/** "Amara, Ben or Cerys". */
export const sayOneOf = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);

const shapes = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit', hour12: false },
} as const;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each zone, because making one costs more than a whole page, and memory that is slow to come back. */
function formatFor(shape: keyof typeof shapes, timeZone: string): Intl.DateTimeFormat {
  const name = `${shape} ${timeZone}`;
  const known = formats.get(name);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat('en-GB', { ...shapes[shape], timeZone });
  formats.set(name, fresh);
  return fresh;
}
