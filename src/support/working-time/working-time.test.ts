import { describe, expect, test } from 'vitest';
import fc from '../../../tests/support/properties.ts';
import { after, hours, minutes } from '../../kernel/duration.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { supportCalendar } from './support-calendar.ts';
import {
  addWorkingTime,
  isOpenAt,
  opensNext,
  type WorkingCalendar,
  workingTimeBetween,
} from './working-time.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

const calendar = (support: Partial<Settings['support']> = {}, timeZone = 'Europe/London'): WorkingCalendar =>
  supportCalendar({
    service: { timeZone } as Settings['service'],
    support: {
      open: [{ days: [...weekdays], from: '08:00', to: '18:00' }],
      bankHolidays: 'england-and-wales',
      closedOn: [],
      ...support,
    } as Settings['support'],
  });

const always = calendar({
  open: [{ days: [...weekdays, 'saturday', 'sunday'], from: '00:00', to: '24:00' }],
  bankHolidays: 'none',
});

const at = (written: string) => new Date(written);
const added = (from: string, duration: number, to = calendar()) =>
  addWorkingTime(to, at(from), duration).toISOString();

describe('when working time is over', () => {
  test.each([
    ['within a day', '2026-03-03T09:00Z', hours(4), '2026-03-03T13:00:00.000Z'],
    ['over the night', '2026-03-03T17:00Z', hours(4), '2026-03-04T11:00:00.000Z'],
    ['from before it opens', '2026-03-03T03:00Z', hours(1), '2026-03-03T09:00:00.000Z'],
    ['over the weekend', '2026-03-06T17:30Z', hours(1), '2026-03-09T08:30:00.000Z'],
    ['to the very end of a day', '2026-03-03T08:00Z', hours(10), '2026-03-03T18:00:00.000Z'],
    ['over Good Friday and Easter Monday', '2026-04-02T16:00Z', hours(2), '2026-04-07T08:00:00.000Z'],
    ['over Christmas and the days after', '2026-12-24T17:00Z', hours(2), '2026-12-29T09:00:00.000Z'],
    ['over the night the clocks go forward', '2026-03-27T17:00Z', hours(2), '2026-03-30T08:00:00.000Z'],
    ['over the night the clocks go back', '2026-10-23T16:00Z', hours(2), '2026-10-26T09:00:00.000Z'],
  ])('%s', (_, from, duration, expected) => {
    expect(added(from, duration)).toBe(expected);
  });

  test('a substitute day is a bank holiday, and the day that it stands for is not worked either', () => {
    // Boxing Day 2026 is a Saturday; its substitute is Monday the 28th.
    expect(isOpenAt(calendar(), at('2026-12-28T10:00Z'))).toBe(false);
    expect(isOpenAt(calendar(), at('2026-12-29T10:00Z'))).toBe(true);
  });

  test('Scotland and England close on different days', () => {
    const scotland = calendar({ bankHolidays: 'scotland' });
    expect(isOpenAt(scotland, at('2026-01-02T10:00Z'))).toBe(false);
    expect(isOpenAt(calendar(), at('2026-01-02T10:00Z'))).toBe(true);
    expect(isOpenAt(scotland, at('2026-04-06T10:00Z'))).toBe(true);
  });

  test('a day that was announced late is closed too, and round the clock is open on all of them', () => {
    const late = calendar({ closedOn: ['2026-03-03'] });
    expect(added('2026-03-02T17:00Z', hours(2), late)).toBe('2026-03-04T09:00:00.000Z');
    expect(added('2026-12-24T23:00Z', hours(30), always)).toBe('2026-12-26T05:00:00.000Z');
  });

  test('[L12] round the clock a night with 23 or 25 hours is as long as it is', () => {
    expect(added('2026-03-28T23:00Z', hours(24), always)).toBe('2026-03-29T23:00:00.000Z');
    expect(added('2026-10-24T22:00Z', hours(24), always)).toBe('2026-10-25T22:00:00.000Z');
  });

  test('it says when it opens next, and a calendar that never opens is a mistake that is told', () => {
    expect(opensNext(calendar(), at('2026-03-06T18:00Z')).toISOString()).toBe('2026-03-09T08:00:00.000Z');
    expect(opensNext(calendar(), at('2026-03-06T12:00Z')).toISOString()).toBe('2026-03-06T12:00:00.000Z');
    expect(() => opensNext({ ...calendar(), isClosedOn: () => true }, at('2026-03-06T12:00Z'))).toThrow(
      'never open',
    );
  });

  test('times that overlap are counted once', () => {
    const twice = calendar({
      open: [
        { days: ['monday'], from: '08:00', to: '14:00' },
        { days: ['monday'], from: '12:00', to: '18:00' },
      ],
    });
    expect(workingTimeBetween(twice, at('2026-03-02T00:00Z'), at('2026-03-03T00:00Z'))).toBe(hours(10));
  });
});

describe('whatever the calendar, the instant and the length', () => {
  const zones = fc.constantFrom('Europe/London', 'UTC', 'America/New_York', 'Australia/Lord_Howe');
  const closed = fc.array(fc.constantFrom('2026-03-30', '2026-10-26', '2026-07-01'), { maxLength: 2 });
  const openings = fc.constantFrom<Settings['support']['open']>(
    [{ days: [...weekdays], from: '08:00', to: '18:00' }],
    [{ days: ['sunday', 'saturday'], from: '00:00', to: '24:00' }],
    [
      { days: [...weekdays], from: '00:30', to: '03:15' },
      { days: ['monday', 'sunday'], from: '01:00', to: '24:00' },
    ],
  );
  const calendars = fc
    .tuple(openings, closed, zones)
    .map(([open, closedOn, zone]) => calendar({ open, closedOn }, zone));
  const instants = fc.date({ min: at('2026-01-01'), max: at('2027-01-01'), noInvalidDate: true });
  const lengths = fc.integer({ min: 1, max: hours(60) });

  test('what is added is what lies between', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, (it, from, length) => {
        expect(workingTimeBetween(it, from, addWorkingTime(it, from, length))).toBe(length);
      }),
      { numRuns: 60 },
    );
  });

  test('two parts added one after the other are the whole, and more time never ends sooner', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, lengths, (it, from, one, other) => {
        const half = addWorkingTime(it, from, one);
        const whole = addWorkingTime(it, from, one + other);
        expect(addWorkingTime(it, half, other)).toEqual(whole);
        expect(whole.getTime()).toBeGreaterThan(half.getTime());
      }),
      { numRuns: 60 },
    );
  });

  test('it ends only while it is open', () => {
    fc.assert(
      fc.property(calendars, instants, lengths, (it, from, length) => {
        expect(isOpenAt(it, after(addWorkingTime(it, from, length), -1))).toBe(true);
        const next = opensNext(it, from);
        expect(isOpenAt(it, next)).toBe(true);
        if (next > from) expect(isOpenAt(it, after(next, -minutes(0.001)))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
