import type { Database, Tx } from './database.ts';
import { inTransaction } from './database.ts';

const batch = 500;

/** One table of sealed values. */
export interface Sealed {
  /** For the operator, like `messages`. */
  name: string;
  /** Seals a batch that older keys sealed under the newest, and says how many; 0 when none is left. */
  resealBatch(tx: Tx, atMost: number): Promise<number>;
}

/** Batch by batch, each in its own transaction, so that it can be stopped and begun again. Gives the total. */
export async function reseal(database: Database, sealed: Sealed): Promise<number> {
  let total = 0;
  for (;;) {
    const done = await inTransaction(database, (tx) => sealed.resealBatch(tx, batch));
    total += done;
    if (done === 0) return total;
  }
}

/** The version stands in the first four bytes of every sealed value; compared by PostgreSQL. */
export const versionPrefix = (version: number): Buffer => {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(version);
  return prefix;
};
