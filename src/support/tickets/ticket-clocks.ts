import type { Duration } from '../../kernel/duration.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { supportCalendar } from '../working-time/support-calendar.ts';
import { addWorkingTime, type WorkingCalendar, workingTimeBetween } from '../working-time/working-time.ts';
import { isOurTurn, priorityName, type Ticket, type TicketState } from './ticket.ts';

type ClockSettings = Pick<Settings, 'service' | 'support' | 'tickets'>;

export interface Clocks {
  firstAnswerDueAt: Date | null;
  solveDueAt: Date | null;
  solveLeft: Duration | null;
}

const calendars = new WeakMap<ClockSettings, WorkingCalendar>();

/** The calendar of a portal's settings; made once, because holidays take long to work out. */
export function calendarOf(settings: ClockSettings): WorkingCalendar {
  const kept = calendars.get(settings) ?? supportCalendar(settings);
  calendars.set(settings, kept);
  return kept;
}

/** The clocks of a ticket that begins now; of one that is held they wait for its address. */
export function startClocks(
  settings: ClockSettings,
  state: TicketState,
  priority: number,
  now: Date,
): Clocks {
  const name = priorityName(priority);
  const { firstAnswerWithin, solveWithin } = settings.tickets;
  if (!isOurTurn(state)) return { firstAnswerDueAt: null, solveDueAt: null, solveLeft: solveWithin[name] };
  const calendar = calendarOf(settings);
  return {
    firstAnswerDueAt: addWorkingTime(calendar, now, firstAnswerWithin[name]),
    solveDueAt: addWorkingTime(calendar, now, solveWithin[name]),
    solveLeft: null,
  };
}

/** Stops the clock when it is the requester's turn, and lets it run again with what was left. */
export function turnClocks(settings: ClockSettings, ticket: Ticket, to: TicketState, now: Date): Clocks {
  const { firstAnswerDueAt, solveDueAt, solveLeft } = ticket;
  const runs = isOurTurn(to);
  if (runs === (solveDueAt !== null)) return { firstAnswerDueAt, solveDueAt, solveLeft };
  const calendar = calendarOf(settings);
  if (!runs) {
    const left = solveDueAt ? workingTimeBetween(calendar, now, solveDueAt) : solveLeft;
    return { firstAnswerDueAt, solveDueAt: null, solveLeft: left };
  }
  const { firstAnswerWithin, solveWithin } = settings.tickets;
  const name = priorityName(ticket.priority);
  const isFirst = firstAnswerDueAt === null && ticket.firstAnsweredAt === null;
  return {
    firstAnswerDueAt: isFirst ? addWorkingTime(calendar, now, firstAnswerWithin[name]) : firstAnswerDueAt,
    solveDueAt: addWorkingTime(calendar, now, solveLeft ?? solveWithin[name]),
    solveLeft: null,
  };
}

/** The clocks of another priority: what was promised for it, less the working time that is used up already. */
export function prioritiseClocks(
  settings: ClockSettings,
  ticket: Ticket,
  priority: number,
  now: Date,
): Clocks {
  const { firstAnswerDueAt, firstAnsweredAt, solveDueAt, solveLeft } = ticket;
  if (priority === ticket.priority) return { firstAnswerDueAt, solveDueAt, solveLeft };
  const calendar = calendarOf(settings);
  const { firstAnswerWithin, solveWithin } = settings.tickets;
  const [before, then] = [priorityName(ticket.priority), priorityName(priority)];
  const moved = (dueAt: Date, by: Duration) => {
    const left = workingTimeBetween(calendar, now, dueAt) - workingTimeBetween(calendar, dueAt, now) + by;
    return left > 0 ? addWorkingTime(calendar, now, left) : now;
  };
  const more = solveWithin[then] - solveWithin[before];
  return {
    firstAnswerDueAt:
      firstAnswerDueAt && !firstAnsweredAt
        ? moved(firstAnswerDueAt, firstAnswerWithin[then] - firstAnswerWithin[before])
        : firstAnswerDueAt,
    solveDueAt: solveDueAt && moved(solveDueAt, more),
    solveLeft: solveLeft === null ? null : Math.max(0, solveLeft + more),
  };
}
