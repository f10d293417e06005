import type { ReactNode } from 'react';
import { ServiceNotices } from '../../ui/index.ts';
import type { NoticePlace } from './notice.ts';
import { type ReadNoticesNeeds, readNotices } from './read-notices.ts';

/** What a page of the help centre shows above its own words. */
export const shownNotices = async (needs: ReadNoticesNeeds, place: NoticePlace): Promise<ReactNode> => (
  <ServiceNotices notices={await readNotices(needs)(place)} />
);
