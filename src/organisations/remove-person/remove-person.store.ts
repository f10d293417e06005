import type { Tx } from '../../platform/database/database.ts';
import type { MemberId, MemberState } from '../members/member.ts';

/** The removal is as if it had not been; whoever else is the organisation's by this account or address is looked for before. */
export const takeRemovalBack = (tx: Tx, member: MemberId, state: MemberState) =>
  tx
    .updateTable('member')
    .set({ state, ...notEnded })
    .where('id', '=', member)
    .execute();

/** A removed member is back, with no dates and no roles of before. */
export async function restoreRow(tx: Tx, member: MemberId): Promise<void> {
  await tx.deleteFrom('member_role').where('member_id', '=', member).execute();
  await tx
    .updateTable('member')
    .set({
      state: 'active',
      starts_on: null,
      ends_on: null,
      end_notice_at: null,
      returns_on: null,
      ...notEnded,
    })
    .where('id', '=', member)
    .execute();
}

const notEnded = {
  ended_at: null,
  ended_by: null,
  ended_because: null,
  ended_note: null,
  undo_until: null,
} as const;
