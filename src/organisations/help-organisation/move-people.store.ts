import type { Tx } from '../../platform/database/database.ts';
import type { Member, MemberId } from '../members/member.ts';

/** Whoever was on leave is still, where they go to. */
export const keepOnLeave = (tx: Tx, id: MemberId, { returnsOn }: Member) =>
  tx
    .updateTable('member')
    .set({ state: 'on-leave', returns_on: returnsOn ?? null })
    .where('id', '=', id)
    .execute();
