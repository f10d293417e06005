import type { Tx } from '../platform/database/database.ts';
import type { MemberId } from './member.ts';

/** Asks the job to send the invitation, the first time or again; any link sent before stops working once it does. */
export const askForInvitation = (tx: Tx, member: MemberId, at: { sendAt: Date; expiresAt: Date }) => {
  const due = { send_at: at.sendAt, expires_at: at.expiresAt, reminded_at: null };
  return tx
    .insertInto('invitation')
    .values({ member_id: member, ...due })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(due))
    .execute();
};

/** The link works no more, and nothing more is sent. */
export const removeInvitation = (tx: Tx, member: MemberId) =>
  tx.deleteFrom('invitation').where('member_id', '=', member).execute();
