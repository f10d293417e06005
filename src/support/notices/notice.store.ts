import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { NoticeId } from '../tickets/ticket.ts';
import type { NoticePlace, ServiceNotice } from './notice.ts';

const columnOf = { 'log-in': 'on_log_in', help: 'on_help', contact: 'on_contact' } as const;

/** More at once would hide the page they stand on. */
const atMostShown = 5;

/** What a page shows above its own words: the newest first. One small question, because log in asks it too. */
export const currentNotices = (db: Queryable, place: NoticePlace, now: Date) =>
  db
    .selectFrom('service_notice')
    .select(['id', 'title', 'body'])
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]))
    .where(columnOf[place], '=', true)
    .orderBy('published_at', 'desc')
    .limit(atMostShown)
    .$castTo<{ id: NoticeId; title: string; body: string }>()
    .execute();

const selectNotices = (db: Queryable) =>
  db
    .selectFrom('service_notice')
    .leftJoin('account as publisher', 'publisher.id', 'service_notice.published_by')
    .leftJoin('account as ender', 'ender.id', 'service_notice.ended_by')
    .select([
      'service_notice.id',
      'service_notice.title',
      'service_notice.body',
      'service_notice.on_log_in as onLogIn',
      'service_notice.on_help as onHelp',
      'service_notice.on_contact as onContact',
      'service_notice.published_at as publishedAt',
      'publisher.full_name as publishedBy',
      'service_notice.changed_at as changedAt',
      'service_notice.ends_at as endsAt',
      'service_notice.ended_at as endedAt',
      'ender.full_name as endedBy',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof selectNotices>['executeTakeFirstOrThrow']>>;

function noticeOf({ id, onLogIn, onHelp, onContact, ...row }: Row): ServiceNotice {
  const places: NoticePlace[] = [];
  if (onLogIn) places.push('log-in');
  if (onHelp) places.push('help');
  if (onContact) places.push('contact');
  return { ...row, id: id as NoticeId, places };
}

export async function findNotice(db: Queryable, id: NoticeId): Promise<ServiceNotice | undefined> {
  const row = await selectNotices(db).where('service_notice.id', '=', id).executeTakeFirst();
  return row && noticeOf(row);
}

/** The newest, those that are over among them. */
export async function listNotices(db: Queryable, atMost: number): Promise<ServiceNotice[]> {
  const rows = await selectNotices(db).orderBy('service_notice.published_at', 'desc').limit(atMost).execute();
  return rows.map(noticeOf);
}

/** What staff write of a notice. */
export interface NoticeText {
  title: string;
  body: string;
  places: readonly NoticePlace[];
  endsAt: Date | null;
}

const valuesOf = ({ title, body, places, endsAt }: NoticeText) => ({
  title,
  body,
  on_log_in: places.includes('log-in'),
  on_help: places.includes('help'),
  on_contact: places.includes('contact'),
  ends_at: endsAt,
});

export const addNotice = (tx: Tx, id: NoticeId, text: NoticeText, by: string, now: Date) =>
  tx
    .insertInto('service_notice')
    .values({ id, ...valuesOf(text), published_at: now, published_by: by })
    .execute();

const isStillCurrent = (tx: Tx, id: NoticeId) =>
  tx.updateTable('service_notice').where('id', '=', id).where('ended_at', 'is', null);

/** False when it was ended in the meantime. */
export async function saveNotice(tx: Tx, id: NoticeId, text: NoticeText, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await isStillCurrent(tx, id)
    .set({ ...valuesOf(text), changed_at: now })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** False when it had ended already. */
export async function markEnded(tx: Tx, id: NoticeId, by: string | null, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await isStillCurrent(tx, id)
    .set({ ended_at: now, ended_by: by })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
