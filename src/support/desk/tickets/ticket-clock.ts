import { dayAt } from '../../../kernel/calendar-day.ts';
import { type Duration, days } from '../../../kernel/duration.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { isOurTurn, type Ticket } from '../../tickets/ticket.ts';
import { calendarOf } from '../../tickets/ticket-clocks.ts';
import { workingTimeBetween } from '../../working-time/working-time.ts';

/** The clock that matters now, as staff read it. */
export type TicketClock =
  | { kind: 'stopped' }
  | { kind: 'first-answer' | 'solve'; dueAt: Date; isOverdue: true; since: Duration }
  | { kind: 'first-answer' | 'solve'; dueAt: Date; isOverdue: false; left: Duration };

type Timed = Pick<Ticket, 'state' | 'firstAnswerDueAt' | 'firstAnsweredAt' | 'solveDueAt'>;

/** What is left is working time, as it was promised; what is overdue is counted as whoever waits counts it. */
export function clockOf(
  settings: Pick<Settings, 'service' | 'support' | 'tickets'>,
  ticket: Timed,
  now: Date,
): TicketClock {
  if (!isOurTurn(ticket.state)) return { kind: 'stopped' };
  const first = ticket.firstAnsweredAt ? null : ticket.firstAnswerDueAt;
  const { solveDueAt } = ticket;
  const isFirst = first !== null && (solveDueAt === null || first <= solveDueAt);
  const dueAt = isFirst ? first : solveDueAt;
  if (!dueAt) return { kind: 'stopped' };
  const kind = isFirst ? 'first-answer' : 'solve';
  if (dueAt <= now) return { kind, dueAt, isOverdue: true, since: now.getTime() - dueAt.getTime() };
  return { kind, dueAt, isOverdue: false, left: workingTimeBetween(calendarOf(settings), now, dueAt) };
}

/** Calendar days until a day, negative once it is past. */
export function daysUntil(day: string, now: Date, timeZone: string): number {
  return Math.round((Date.parse(day) - Date.parse(dayAt(now, timeZone))) / days(1));
}
