import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import type { Settings } from '../../platform/settings/settings.ts';
import type { WorkingCalendar } from './working-time.ts';

const require = createRequire(import.meta.url);

/** It knows the days of every country, in 36 megabytes: read when a calendar is first asked for one. */
const holidaysOfBritain = (region: string): Holidays =>
  new (require('date-holidays') as typeof Holidays)('GB', region);

const regions = { 'england-and-wales': 'ENG', scotland: 'SCT', 'northern-ireland': 'NIR' } as const;

/** When support works, as the settings say, with the bank holidays of one part of the country. */
export function supportCalendar({
  service,
  support,
}: Pick<Settings, 'service' | 'support'>): WorkingCalendar {
  const { bankHolidays, closedOn, open } = support;
  const region = bankHolidays === 'none' ? undefined : regions[bankHolidays];
  const years = new Map<string, ReadonlySet<string>>();
  const holidaysOf = (year: string): ReadonlySet<string> => {
    const kept = years.get(year) ?? new Set(region ? bankHolidaysIn(holidaysOfBritain(region), year) : []);
    years.set(year, kept);
    return kept;
  };
  return {
    timeZone: service.timeZone,
    open,
    isClosedOn: (day) => closedOn.includes(day) || holidaysOf(day.slice(0, 4)).has(day),
  };
}

/** Days off for everybody; days that only have a name are none. */
const bankHolidaysIn = (holidays: Holidays, year: string): string[] =>
  holidays
    .getHolidays(Number(year))
    .filter(({ type }) => type === 'public' || type === 'bank')
    .map(({ date }) => date.slice(0, 10));
