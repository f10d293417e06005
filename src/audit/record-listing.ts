import type { Actor } from '../kernel/actor.ts';
import { type Database, inTransaction } from '../platform/database/database.ts';
import type { Audit } from './audit.ts';

interface RecordListingNeeds {
  audit: Audit;
  database: Database;
}

/** What of a list is on record. Words that were typed are not: whom they name may be somebody else altogether. */
export interface Listing {
  /** Like `tickets-listed`; one for each list there is. */
  action: string;
  /** What was asked of it, in our own names and ids. */
  asked: Readonly<Record<string, string | number | boolean>>;
  /** The ids of the records on it. */
  shown: readonly (string | number)[];
}

/** That staff looked at a list of people, or of what people wrote: one event for a page, whatever stands on it. */
export const recordListing = (
  { audit, database }: RecordListingNeeds,
  actor: Actor,
  { action, asked, shown }: Listing,
): Promise<void> =>
  inTransaction(database, (tx) => audit.record(tx, { action, actor, detail: { asked, shown } }));
