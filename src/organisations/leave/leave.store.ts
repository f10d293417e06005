import type { Tx } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';

/** False when they are not active any more. */
export const markOnLeave = async (tx: Tx, member: MemberId, returnsOn: string): Promise<boolean> =>
  (await tx
    .updateTable('member')
    .set({ state: 'on-leave', returns_on: returnsOn })
    .where('id', '=', member)
    .where('state', '=', 'active')
    .returning('id')
    .executeTakeFirst()) !== undefined;
