import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';

/** The one channel of all nodes. */
export const channel = 'gatehouse_live';

/** Tells every node that a record changed, once the change's transaction is done. It carries ids and nothing else. */
export const announce = (tx: Tx, topic: string, id: string) =>
  sql`SELECT pg_notify(${channel}, ${JSON.stringify({ topic, id })})`.execute(tx);

export interface Announced {
  topic: string;
  id: string;
}

/** What came over the channel; nothing that is not ours is taken. */
export function readAnnounced(payload: string | undefined): Announced | undefined {
  try {
    const { topic, id } = JSON.parse(payload ?? '') as Partial<Announced>;
    return typeof topic === 'string' && typeof id === 'string' ? { topic, id } : undefined;
  } catch {
    return undefined;
  }
}
