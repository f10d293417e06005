import type { EmailAddress } from '../../kernel/email-address.ts';
import type { Tx } from '../../platform/database/database.ts';
import { findLiveMember } from '../members/member.store.ts';
import type { Member } from '../members/member.ts';

/** False when the address is another member's. The practice is held. */
export async function correctInvited(
  tx: Tx,
  member: Member,
  { fullName, email }: { fullName: string; email: EmailAddress },
): Promise<boolean> {
  const other = await findLiveMember(tx, member.organisationId, { emailCanonical: email.canonical });
  if (other && other.id !== member.id) return false;
  await tx
    .updateTable('member')
    .set({ full_name: fullName, email_typed: email.typed, email_canonical: email.canonical })
    .where('id', '=', member.id)
    .where('state', '=', 'invited')
    .execute();
  return true;
}

/** Whoever reads the address from before has nothing any more, not even words about it. */
export const forgetLinks = (tx: Tx, member: Member) =>
  tx
    .updateTable('invitation')
    .set({ secret_hash: null, past_hashes: [], code_mac: null })
    .where('member_id', '=', member.id)
    .execute();
