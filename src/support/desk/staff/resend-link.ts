import { type AdministerNeeds, type SendWayInOutcome, sendWayIn } from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { readStaffMember } from './read-staff.ts';

/** Sends a colleague the link that sets their password for staff log in, or one to choose a new one. */
export async function resendLink(
  needs: AdministerNeeds,
  actor: Actor | undefined,
  { accountId, reason }: { accountId: string; reason: string },
): Promise<SendWayInOutcome> {
  await readStaffMember(needs, actor, accountId);
  return sendWayIn(needs, actor, { accountId, reason, realm: 'support' });
}
