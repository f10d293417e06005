import type { Tx } from '../../platform/database/database.ts';
import type { MemberId } from './member.ts';

/** False when they are not on leave any more. */
export const markReturned = async (tx: Tx, member: MemberId): Promise<boolean> =>
  (await tx
    .updateTable('member')
    .set({ state: 'active', returns_on: null })
    .where('id', '=', member)
    .where('state', '=', 'on-leave')
    .returning('id')
    .executeTakeFirst()) !== undefined;
