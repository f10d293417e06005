import type { AccountId } from '../kernel/ids.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import type { Queryable } from '../platform/database/database.ts';
import { listEventsOfRecord } from './audit.store.ts';
import { openWithKey } from './person-key.ts';

interface Listing {
  atMost: number;
  /** The actions whose detail the reader may know. */
  detailOf: readonly string[];
}

export type RecordEvent = Awaited<ReturnType<typeof listRecordEvents>>[number];

/**
 * The newest events about one record: what, when, why and by which kind of actor. Their detail stays sealed but of the
 * actions named, and is gone with the person.
 */
export async function listRecordEvents(
  { keyRing }: { keyRing: KeyRing },
  db: Queryable,
  record: { type: string; id: string },
  { atMost, detailOf }: Listing,
) {
  const rows = await listEventsOfRecord(db, record, atMost);
  return rows.map(({ id, subject, sealedDetail, sealedKey, ...event }) => ({
    ...event,
    detail:
      subject && sealedDetail && sealedKey && detailOf.includes(event.action)
        ? openWithKey(keyRing, sealedKey, subject as AccountId, id, sealedDetail)
        : undefined,
  }));
}
