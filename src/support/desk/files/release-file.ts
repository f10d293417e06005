import type { Actor } from '../../../kernel/actor.ts';
import { NotAllowed } from '../../../kernel/endings.ts';
import { ask } from '../../../kernel/policy.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import type { Nudge } from '../../../platform/jobs/index.ts';
import { releaseHeld } from '../../attachments/check-attachments.store.ts';
import { checkAttachmentsName } from '../../attachments/check-attachments.ts';
import { overseeTickets } from '../../policy.ts';
import { aboutTicket } from '../../tickets/about-ticket.ts';
import { type FileAddress, findDeskFile, type ViewFileNeeds } from './view-file.ts';

export interface ReleaseFileNeeds extends ViewFileNeeds {
  nudge: Nudge;
}

export type ReleaseOutcome = { outcome: 'released' } | { outcome: 'not-held' };

/**
 * Lets a held file go, on somebody's own word. Pictures are still painted anew before they are given out; what has a
 * virus is not held but refused, and nothing is left of it to release.
 */
export async function releaseFile(
  needs: ReleaseFileNeeds,
  actor: Actor | undefined,
  address: FileAddress & { reason: string },
): Promise<ReleaseOutcome> {
  ask(overseeTickets, actor, undefined);
  if (!actor) throw new NotAllowed(overseeTickets.name);
  return inTransaction(needs.database, async (tx) => {
    const { ticket, file } = await findDeskFile(tx, actor, address);
    if (!(await releaseHeld(tx, file.id, actor.person.accountId))) return { outcome: 'not-held' };
    const { reason } = address;
    await needs.audit.record(tx, { action: 'attachment-released', actor, reason, ...aboutTicket(ticket) });
    await needs.nudge(tx, checkAttachmentsName);
    return { outcome: 'released' };
  });
}
