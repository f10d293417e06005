import { currentNotices } from './notice.store.ts';
import type { NoticePlace } from './notice.ts';
import type { ShowNoticesNeeds } from './shown-notices.tsx';

/** For the modules below, which show what they are given: what is known to be wrong at a place. */
export const readNotices =
  ({ clock, database }: ShowNoticesNeeds) =>
  (place: NoticePlace) =>
    currentNotices(database, place, clock.now());
