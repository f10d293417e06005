import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import { asMember, selectMembers } from '../members/member.store.ts';
import type { Member, MemberId } from '../members/member.ts';

/** Asks the job to send the invitation, the first time or again; any link sent before stops working once it does. */
export const askForInvitation = (tx: Tx, member: MemberId, at: { sendAt: Date; expiresAt: Date }) => {
  const due = { send_at: at.sendAt, expires_at: at.expiresAt, reminded_at: null, ended_at: null };
  return tx
    .insertInto('invitation')
    .values({ member_id: member, ...due })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet(due))
    .execute();
};

/** Nothing more is sent, and the link only says so: it was answered or cancelled. */
export const endInvitation = (tx: Tx, member: MemberId, now: Date) =>
  tx
    .updateTable('invitation')
    .set({ ended_at: now, send_at: null, code_mac: null })
    .where('member_id', '=', member)
    .where('ended_at', 'is', null)
    .execute();

/** Whom somebody invited to a practice, and who has not answered. */
export const listInvitedBy = async (
  db: Queryable,
  practice: OrganisationId,
  inviter: AccountId,
): Promise<Member[]> =>
  (
    await selectMembers(db)
      .where('member.organisation_id', '=', practice)
      .where('member.created_by', '=', inviter)
      .where('member.state', '=', 'invited')
      .orderBy('member.id')
      .execute()
  ).map(asMember);
