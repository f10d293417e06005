import type { Duration } from '../../kernel/duration.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { calendarOf } from '../tickets/ticket-clocks.ts';
import { isOpenAt, opensNext } from '../working-time/working-time.ts';

/** What people are told of when support answers. */
export interface AnswerTimes {
  isRoundTheClock: boolean;
  isOpen: boolean;
  /** When it opens next; now, while it is open. */
  opensAt: Date;
  usually: Duration;
  urgent: Duration;
}

export function answerTimes(settings: Settings, now: Date): AnswerTimes {
  const calendar = calendarOf(settings);
  const { normal: usually, urgent } = settings.tickets.firstAnswerWithin;
  return {
    isRoundTheClock: isRoundTheClock(settings),
    isOpen: isOpenAt(calendar, now),
    opensAt: opensNext(calendar, now),
    usually,
    urgent,
  };
}

const everyDay = 7;

/** Whether there is no hour of the week, nor a day of the year, without support. */
function isRoundTheClock({ support: { open, bankHolidays, closedOn } }: Settings): boolean {
  const whole = open.filter(({ from, to }) => from === '00:00' && to === '24:00').flatMap(({ days }) => days);
  return new Set(whole).size === everyDay && bankHolidays === 'none' && closedOn.length === 0;
}
