import type { Queryable } from '../../platform/database/database.ts';

/** Only what somebody still has to do something about; the rest is many and only grows. */
export async function countUnfinishedMail(db: Queryable): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('mail_in')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('state', 'in', ['waiting', 'unreadable'])
    .groupBy('state')
    .execute();
  return new Map([
    ['waiting', 0],
    ['unreadable', 0],
    ...rows.map(({ state, count }) => [state, count] as const),
  ]);
}
