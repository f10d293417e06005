import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { currentNotices } from './notice.store.ts';
import type { NoticePlace } from './notice.ts';

export interface ReadNoticesNeeds {
  clock: Clock;
  database: Database;
}

/** What is known to be wrong at a place; the modules below are handed it, and show what they are given. */
export const readNotices =
  ({ clock, database }: ReadNoticesNeeds) =>
  (place: NoticePlace) =>
    currentNotices(database, place, clock.now());
