import type { Audit } from '../../audit/index.ts';
import { finishStaffTask } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { manageOrganisations } from '../policy.ts';
import { findUnknownInvitation, type UnknownInvitation } from './look-at-invitation.store.ts';

export interface LookAtInvitationNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  settings: Settings;
}

/** An invitation whose reader did not know it, for staff. */
export async function readUnknownInvitation(
  { database }: LookAtInvitationNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<UnknownInvitation> {
  ask(manageOrganisations, actor, undefined);
  const found = isId(id) ? await findUnknownInvitation(database, id) : undefined;
  if (!found) throw new NotFound('invitation');
  return found;
}

/** Ends the task, with what was found on record. */
export async function finishLooking(
  needs: LookAtInvitationNeeds,
  actor: Actor | undefined,
  id: string,
  reason: string,
): Promise<{ outcome: 'finished' } | { outcome: 'done-already' }> {
  const { memberId, practiceId } = await readUnknownInvitation(needs, actor, id);
  ask(manageOrganisations, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const [by, now] = [actor.person.accountId, needs.clock.now()];
    const isFirst = await finishStaffTask(tx, { kind: 'invitation-not-me', recordId: memberId, by, now });
    if (!isFirst) return { outcome: 'done-already' };
    await needs.audit.record(tx, {
      action: 'invitation-answered',
      actor,
      organisation: practiceId,
      record: { type: 'member', id: memberId },
      reason,
    });
    return { outcome: 'finished' };
  });
}
