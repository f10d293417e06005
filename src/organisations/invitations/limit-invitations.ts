import type { Clock } from '../../kernel/clock.ts';
import { hours } from '../../kernel/duration.ts';
import type { OrganisationId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { MemberId } from '../members/member.ts';

const perInvitation = 3;
const perOrganisation = 20;

/** Whether an invitation may be sent once more within the hour, so that nobody's mailbox is filled from here. */
export async function maySendAgain(
  { clock }: { clock: Clock },
  tx: Tx,
  { memberId, practiceId }: { memberId: MemberId; practiceId: OrganisationId },
): Promise<boolean> {
  const now = clock.now();
  const window = hours(1);
  const one = await countUse(tx, { name: `invitation:${memberId}`, window, atMost: perInvitation, now });
  if (!one.allowed) return false;
  const all = await countUse(tx, { name: `invitations:${practiceId}`, window, atMost: perOrganisation, now });
  return all.allowed;
}
