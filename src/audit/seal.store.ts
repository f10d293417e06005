import { sql } from 'kysely';
import type { Queryable, Tx } from '../platform/database/database.ts';
import { type EventText, eventText } from './event-hash.ts';

export interface Seal {
  number: number;
  statement: string;
  signature: Buffer;
  /** The packed events. */
  events: Buffer;
}

/** Any number will do, as long as every node takes the same one. */
const sealing = 4_283_765_105;

/** One node seals at a time; the others leave it to that one. */
export async function takeSealing(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{
    taken: boolean;
  }>`SELECT pg_try_advisory_xact_lock(${sealing}::bigint) AS taken`.execute(tx);
  return rows[0]?.taken ?? false;
}

export const addSeal = (tx: Tx, seal: Seal) => tx.insertInto('audit_seal').values(seal).execute();

export const findNewestSeal = (db: Queryable): Promise<Seal | undefined> =>
  db.selectFrom('audit_seal').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst();

/** The seal after this number; the very first, whatever its number, for undefined. */
export const findSealAfter = (db: Queryable, number: number | undefined): Promise<Seal | undefined> =>
  db
    .selectFrom('audit_seal')
    .selectAll()
    .$if(number !== undefined, (query) => query.where('number', '>', number ?? 0))
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();

/** A part of the record: after one position, up to another and with it. */
export interface Stretch {
  after: number | undefined;
  upTo: number;
}

export async function listEventsIn(db: Queryable, { after, upTo }: Stretch, atMost: number) {
  const { rows } = await sql<EventText>`
    SELECT ${eventText} FROM audit_event e
     WHERE ${after === undefined ? sql`true` : sql`e.position > ${after}`} AND e.position <= ${upTo}
     ORDER BY e.position, e.id LIMIT ${atMost}`.execute(db);
  return rows;
}

export const countEventsAfter = async (db: Queryable, position: number): Promise<number> =>
  (
    await db
      .selectFrom('audit_event')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('position', '>', position)
      .executeTakeFirstOrThrow()
  ).count;

export const hasEventAfter = async (db: Queryable, position: number): Promise<boolean> =>
  (await db
    .selectFrom('audit_event')
    .select('position')
    .where('position', '>', position)
    .limit(1)
    .executeTakeFirst()) !== undefined;
