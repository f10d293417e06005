import { sql } from 'kysely';
import type { Queryable } from '../../../platform/database/database.ts';

/** What became of the tickets of one subject that were opened in one week. */
export interface WeekOfSubject {
  /** Its Monday, like `2026-03-02`. */
  week: string;
  subjectKey: string;
  opened: number;
  solved: number;
  answeredInTime: number;
  answeredLate: number;
  solvedInTime: number;
  solvedLate: number;
  good: number;
  bad: number;
}

/** Counted in one pass over the tickets of the period; held ones and those merged into others are not counted. */
export async function countTicketsByWeek(
  db: Queryable,
  { from, now, timeZone }: { from: Date; now: Date; timeZone: string },
): Promise<WeekOfSubject[]> {
  const { rows } = await sql<WeekOfSubject>`
    SELECT to_char(date_trunc('week', created_at AT TIME ZONE ${timeZone}), 'YYYY-MM-DD') AS week,
           subject_key AS "subjectKey", count(*)::int AS opened,
           count(*) FILTER (WHERE solved_at IS NOT NULL)::int AS solved,
           count(*) FILTER (WHERE first_answered_at <= first_answer_due_at)::int AS "answeredInTime",
           count(*) FILTER (WHERE coalesce(first_answered_at, ${now}) > first_answer_due_at)::int AS "answeredLate",
           count(*) FILTER (WHERE solved_at IS NOT NULL AND solve_left > 0)::int AS "solvedInTime",
           count(*) FILTER (WHERE solve_left = 0 OR solve_due_at < ${now})::int AS "solvedLate",
           count(*) FILTER (WHERE rating = 'good')::int AS good, count(*) FILTER (WHERE rating = 'bad')::int AS bad
      FROM ticket
     WHERE created_at >= ${from} AND created_at <= ${now} AND state <> 'held' AND merged_into IS NULL
     GROUP BY 1, 2 ORDER BY 1, 2
  `.execute(db);
  return rows;
}

export interface Backlog {
  day: number;
  threeDays: number;
  week: number;
  older: number;
}

/** Tickets that wait for support, by how long they have existed. */
export async function countBacklog(db: Queryable, now: Date): Promise<Backlog> {
  const { rows } = await sql<Backlog>`
    SELECT count(*) FILTER (WHERE age < interval '1 day')::int AS day,
           count(*) FILTER (WHERE age >= interval '1 day' AND age < interval '3 days')::int AS "threeDays",
           count(*) FILTER (WHERE age >= interval '3 days' AND age < interval '7 days')::int AS week,
           count(*) FILTER (WHERE age >= interval '7 days')::int AS older
      FROM (SELECT ${now}::timestamptz - created_at AS age FROM ticket
             WHERE state IN ('new', 'open', 'waiting-for-us')) waiting
  `.execute(db);
  return rows[0] ?? { day: 0, threeDays: 0, week: 0, older: 0 };
}
