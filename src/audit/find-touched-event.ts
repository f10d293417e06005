import { timeOfId } from '../kernel/ids.ts';
import type { Queryable } from '../platform/database/database.ts';
import type { EventText } from './event-hash.ts';
import { listEventsIn, type Seal } from './seal.store.ts';
import { type SealedEvent, sealedEvent, unpackEvents } from './sealed-events.ts';

export interface EventFinding {
  found: 'event-altered' | 'event-missing' | 'event-inserted';
  position: number;
  id: string;
  /** When it was recorded, out of its id; an inserted one may claim anything. */
  at: Date | undefined;
}

/** The first event, by position, that is not as it was sealed. */
export async function findTouchedEvent(
  db: Queryable,
  after: number | undefined,
  seal: Seal,
): Promise<EventFinding | undefined> {
  const sealed = unpackEvents(seal.events);
  // One more than were sealed, however many were slipped in: among them is the first that does not belong.
  const rows = await listEventsIn(db, { after, upTo: sealed.at(-1)?.position ?? 0 }, sealed.length + 1);
  for (let at = 0; at < Math.max(sealed.length, rows.length); at += 1) {
    const finding = compare(sealed[at], rows[at]);
    if (finding) return finding;
  }
  return undefined;
}

function compare(sealed: SealedEvent | undefined, row: EventText | undefined): EventFinding | undefined {
  const present = row && sealedEvent(row);
  if (present && (!sealed || present.position < sealed.position)) return finding('event-inserted', present);
  if (sealed && (!present || present.position > sealed.position)) return finding('event-missing', sealed);
  return sealed && present && !present.hash.equals(sealed.hash)
    ? finding('event-altered', sealed)
    : undefined;
}

const finding = (found: EventFinding['found'], { position, id }: SealedEvent): EventFinding => ({
  found,
  position,
  id,
  at: timeOfId(id),
});
