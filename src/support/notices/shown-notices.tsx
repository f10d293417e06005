import type { ReactNode } from 'react';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { ServiceNotices } from '../../ui/index.ts';
import { currentNotices } from './notice.store.ts';
import type { NoticePlace } from './notice.ts';

export interface ShowNoticesNeeds {
  clock: Clock;
  database: Database;
}

/** What a page of the help centre shows above its own words. */
export const shownNotices = async (
  { clock, database }: ShowNoticesNeeds,
  place: NoticePlace,
): Promise<ReactNode> => <ServiceNotices notices={await currentNotices(database, place, clock.now())} />;
