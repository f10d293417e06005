import { sql } from 'kysely';
import type { Tx } from '../platform/database/database.ts';

/** A position, and the number of a transaction that began after the position was taken. */
interface Mark {
  position: number;
  transaction: string;
}

/**
 * Tells up to which position nothing can be added any more. Positions are given out before they are committed, so a
 * gap may be a change that was undone, or one that still runs. A transaction has its number before it takes a position
 * (a trigger sees to that): once all transactions numbered before the mark have ended, every gap up to it is for ever.
 * The mark is kept between looks, so that a busy system, where something always runs, is sealed all the same.
 */
export function watchSettledPositions(): (tx: Tx) => Promise<number | undefined> {
  let mark: Mark | undefined;
  return async (tx) => {
    const current = mark ?? (await takeMark(tx));
    const isSettled = await haveEndedBefore(tx, current.transaction);
    mark = isSettled ? undefined : current;
    return isSettled ? current.position : undefined;
  };
}

/** Two statements, because the order matters: first how far positions were taken, then a number that is later. */
async function takeMark(tx: Tx): Promise<Mark> {
  const taken = await sql<{ position: number }>`
    SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS position FROM audit_event_position_seq`.execute(
    tx,
  );
  const later = await sql<{ number: string }>`SELECT pg_current_xact_id()::text AS number`.execute(tx);
  return { position: taken.rows[0]?.position ?? 0, transaction: later.rows[0]?.number ?? '' };
}

async function haveEndedBefore(tx: Tx, transaction: string): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`
    SELECT pg_snapshot_xmin(pg_current_snapshot()) >= ${transaction}::xid8 AS ended`.execute(tx);
  return rows[0]?.ended ?? false;
}
