import type { Actor } from '../../../kernel/actor.ts';
import { dayAt, mondaysUntil } from '../../../kernel/calendar-day.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { ask } from '../../../kernel/policy.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { type HelpCount, readHelpCounts } from '../../help-counts.store.ts';
import { seeDashboard } from '../../policy.ts';
import { startOfDay } from '../start-of-day.ts';
import { type Backlog, countBacklog, countTicketsByWeek, type WeekOfSubject } from './dashboard.store.ts';

export interface DashboardNeeds {
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'service' | 'tickets'>;
}

/** How far back, in weeks; further would count more tickets than anybody waits for. */
export const periods = [4, 12, 26] as const;
export type Period = (typeof periods)[number];

export type Numbers = Omit<WeekOfSubject, 'week' | 'subjectKey'>;

export interface Dashboard {
  weeks: { week: string; numbers: Numbers }[];
  subjects: { name: string; numbers: Numbers }[];
  total: Numbers;
  backlog: Backlog;
  help: Record<HelpCount, number>;
}

export async function readDashboard(
  { clock, database, settings }: DashboardNeeds,
  actor: Actor | undefined,
  period: Period,
): Promise<Dashboard> {
  ask(seeDashboard, actor, undefined);
  const { timeZone } = settings.service;
  const now = clock.now();
  const today = dayAt(now, timeZone);
  const mondays = mondaysUntil(today, period);
  const first = mondays[0] ?? '';
  const asked = { from: startOfDay(first, timeZone), now, timeZone };
  const [counted, backlog, help] = await Promise.all([
    countTicketsByWeek(database, asked),
    countBacklog(database, now),
    readHelpCounts(database, first, today),
  ]);
  const named = settings.tickets.subjects.map(({ key, name }) => ({
    name,
    numbers: sum(counted.filter(({ subjectKey }) => subjectKey === key)),
  }));
  return {
    weeks: mondays.map((week) => ({ week, numbers: sum(counted.filter((row) => row.week === week)) })),
    subjects: named.filter(({ numbers }) => numbers.opened > 0),
    total: sum(counted),
    backlog,
    help,
  };
}

const nothing: Numbers = {
  opened: 0,
  solved: 0,
  answeredInTime: 0,
  answeredLate: 0,
  solvedInTime: 0,
  solvedLate: 0,
  good: 0,
  bad: 0,
};

const sum = (rows: readonly Numbers[]): Numbers =>
  rows.reduce<Numbers>(
    (total, row) => ({
      opened: total.opened + row.opened,
      solved: total.solved + row.solved,
      answeredInTime: total.answeredInTime + row.answeredInTime,
      answeredLate: total.answeredLate + row.answeredLate,
      solvedInTime: total.solvedInTime + row.solvedInTime,
      solvedLate: total.solvedLate + row.solvedLate,
      good: total.good + row.good,
      bad: total.bad + row.bad,
    }),
    nothing,
  );

/** A part of a whole in percent; null of nothing. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 100);
