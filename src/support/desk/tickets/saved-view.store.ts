import type { AccountId, Id } from '../../../kernel/ids.ts';
import type { Queryable, Tx } from '../../../platform/database/database.ts';

export type ViewId = Id<'saved-view'>;

export interface SavedView {
  id: ViewId;
  name: string;
  /** The query of its list. */
  query: string;
  isShared: boolean;
}

/** One's own, and everybody's. */
export async function listViews(db: Queryable, reader: AccountId): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('saved_view')
    .select(['id', 'name', 'filters', 'owner_id as ownerId'])
    .where((eb) => eb.or([eb('owner_id', '=', reader), eb('owner_id', 'is', null)]))
    .orderBy('owner_id', (order) => order.desc().nullsLast())
    .orderBy('position')
    .orderBy('name')
    .orderBy('id')
    .limit(60)
    .execute();
  return rows.map(({ id, name, filters, ownerId }) => ({
    id: id as ViewId,
    name,
    query: new URLSearchParams(filters as Record<string, string>).toString(),
    isShared: ownerId === null,
  }));
}

export interface NewView {
  id: ViewId;
  owner: AccountId | null;
  name: string;
  filters: Record<string, string>;
  now: Date;
}

export const addView = (tx: Tx, { id, owner, name, filters, now }: NewView) =>
  tx
    .insertInto('saved_view')
    .values({ id, owner_id: owner, name, filters: JSON.stringify(filters), created_at: now })
    .execute();

export const countOwnViews = async (tx: Tx, owner: AccountId | null): Promise<number> =>
  (
    await tx
      .selectFrom('saved_view')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('owner_id', owner === null ? 'is' : '=', owner)
      .executeTakeFirstOrThrow()
  ).count;

/** One's own, and everybody's where that is allowed. */
export const removeView = async (
  tx: Tx,
  { id, owner, shared }: { id: string; owner: AccountId; shared: boolean },
): Promise<boolean> => {
  const gone = await tx
    .deleteFrom('saved_view')
    .where('id', '=', id)
    .where((eb) => eb.or([eb('owner_id', '=', owner), ...(shared ? [eb('owner_id', 'is', null)] : [])]))
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
};
