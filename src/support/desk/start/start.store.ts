import type { Queryable } from '../../../platform/database/database.ts';

export interface WaitingTasks {
  kind: string;
  count: number;
  oldestSince: Date;
}

/** How many tasks of each kind wait, and since when the oldest does; the longest wait first. */
export const countOpenTasks = (db: Queryable): Promise<WaitingTasks[]> =>
  db
    .selectFrom('staff_task')
    .select((eb) => [
      'kind',
      eb.fn.countAll<number>().as('count'),
      eb.fn.min<Date>('created_at').as('oldestSince'),
    ])
    .where('done_at', 'is', null)
    .groupBy('kind')
    .orderBy('oldestSince')
    .execute();
