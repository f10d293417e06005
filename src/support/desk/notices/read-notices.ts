import { listRecordEvents } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { isId } from '../../../kernel/ids.ts';
import type { KeyRing } from '../../../kernel/key-ring.ts';
import { ask } from '../../../kernel/policy.ts';
import type { Database } from '../../../platform/database/database.ts';
import { findNotice, listNotices } from '../../notices/notice.store.ts';
import { isCurrent, type ServiceNotice } from '../../notices/notice.ts';
import { overseeTickets, publishNotices } from '../../policy.ts';
import type { NoticeId } from '../../tickets/ticket.ts';
import { countLinked, countLinkedToEach, listAnswers } from './notice-answer.store.ts';

export interface ReadNoticesNeeds {
  clock: Clock;
  database: Database;
  keyRing: KeyRing;
}

const mostListed = 100;
const mostEvents = 50;

export interface ListedNotice extends ServiceNotice {
  tickets: number;
}

export async function readNoticeList({ clock, database }: ReadNoticesNeeds, actor: Actor | undefined) {
  ask(publishNotices, actor, undefined);
  const [notices, counts] = await Promise.all([
    listNotices(database, mostListed),
    countLinkedToEach(database),
  ]);
  const now = clock.now();
  const listed = notices.map((notice) => ({ ...notice, tickets: counts.get(notice.id) ?? 0 }));
  return {
    current: listed.filter((notice) => isCurrent(notice, now)),
    past: listed.filter((notice) => !isCurrent(notice, now)),
  };
}

export async function readOneNotice(
  { database }: Pick<ReadNoticesNeeds, 'database'>,
  actor: Actor | undefined,
  id: string,
): Promise<ServiceNotice> {
  ask(publishNotices, actor, undefined);
  const notice = isId(id) ? await findNotice(database, id as NoticeId) : undefined;
  if (!notice) throw new NotFound('notice');
  return notice;
}

/** A notice with everything that stands on its page. */
export async function readNoticePage(needs: ReadNoticesNeeds, actor: Actor | undefined, id: string) {
  const notice = await readOneNotice(needs, actor, id);
  const { database } = needs;
  const trail = { atMost: mostEvents, detailOf: [] };
  const [linked, answers, events] = await Promise.all([
    countLinked(database, notice.id),
    listAnswers(database, notice.id),
    listRecordEvents(needs, database, { type: 'service-notice', id: notice.id }, trail),
  ]);
  return {
    ...{ notice, linked, answers, events },
    isCurrent: isCurrent(notice, needs.clock.now()),
    mayAnswer: overseeTickets.admits(actor),
  };
}

export type NoticeOnPage = Awaited<ReturnType<typeof readNoticePage>>;
