import { minutes } from '../kernel/duration.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import { type Database, inTransaction, type Tx } from '../platform/database/database.ts';
import type { DueWork } from '../platform/jobs/index.ts';
import {
  addSeal,
  findNewestSeal,
  hasEventAfter,
  listEventsIn,
  type Seal,
  type Stretch,
  takeSealing,
} from './seal.store.ts';
import { sealKey } from './seal-key.ts';
import { hashOf, readStatement, writeStatement } from './seal-statement.ts';
import { packEvents, type SealedEvent, sealedEvent } from './sealed-events.ts';
import { watchSettledPositions } from './settled-positions.ts';

export interface SealEventsNeeds {
  database: Database;
  keyRing: KeyRing;
}

/** Enough that a busy day has few seals, little enough that one is checked in memory. */
const batch = 1_000;

/** Seals what can no longer change, batch by batch, each bound to the one before. Several nodes may look at once. */
export function sealEventsWork({ database, keyRing }: SealEventsNeeds, atMost?: number): DueWork {
  const sealNext = createSealer(keyRing, atMost);
  return {
    name: 'seal-audit-events',
    every: minutes(1),
    runDue: (now) => inTransaction(database, (tx) => sealNext(tx, now)),
  };
}

/** Seals one batch, and says how many events were in it. */
export function createSealer(keyRing: KeyRing, atMost = batch) {
  const settledPosition = watchSettledPositions();
  return async (tx: Tx, now: Date): Promise<number> => {
    if (!(await takeSealing(tx))) return 0;
    const newest = await findNewestSeal(tx);
    const after = lastOf(newest);
    if (!(await hasEventAfter(tx, after))) return 0;
    const upTo = await settledPosition(tx);
    return upTo === undefined ? 0 : sealStretch(tx, keyRing, { newest, after, upTo, atMost, now });
  };
}

/** Throws rather than build on a seal that says nothing: `gatehouse audit verify` tells what was done to it. */
function lastOf(newest: Seal | undefined): number {
  if (!newest) return 0;
  const statement = readStatement(newest.statement);
  if (!statement) throw new Error(`seal ${newest.number} of the audit record was altered`);
  return statement.last;
}

interface Due extends Stretch {
  after: number;
  newest: Seal | undefined;
  atMost: number;
  now: Date;
}

async function sealStretch(tx: Tx, keyRing: KeyRing, due: Due): Promise<number> {
  const events = (await listEventsIn(tx, due, due.atMost)).map(sealedEvent);
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return 0;
  await addSeal(tx, sign(keyRing, due, { events, first, last }));
  return events.length;
}

interface Batch {
  events: SealedEvent[];
  first: SealedEvent;
  last: SealedEvent;
}

function sign(keyRing: KeyRing, { newest, now }: Due, { events, first, last }: Batch): Seal {
  const key = sealKey(keyRing, keyRing.newest);
  if (!key) throw new Error('the key ring lost its newest key');
  const number = (newest?.number ?? 0) + 1;
  const packed = packEvents(events);
  const statement = writeStatement({
    seals: 'gatehouse audit',
    format: 1,
    number,
    first: first.position,
    last: last.position,
    events: events.length,
    digest: hashOf(packed),
    previous: newest ? hashOf(newest.statement) : null,
    sealedAt: now.toISOString(),
    keyVersion: key.version,
    publicKey: key.publicKey,
  });
  return { number, statement, signature: key.sign(statement), events: packed };
}
