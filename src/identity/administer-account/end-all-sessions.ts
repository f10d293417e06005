import type { Actor } from '../../kernel/actor.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { revokeDevices } from '../sessions/device.store.ts';
import { endSessions } from '../sessions/session.store.ts';
import { loggedOutEmail } from './administer-account.email.tsx';
import { type Administering, type AdministerNeeds, holdAccount } from './hold-account.ts';
import { tellOwner } from './tell-owner.ts';

export type EndAllSessionsOutcome = { outcome: 'logged-out' } | { outcome: 'not-logged-in' };

/** Logs a person out everywhere and forgets every browser, in both realms: for a telephone that was lost or stolen. */
export async function endAllSessions(
  needs: AdministerNeeds,
  actor: Actor | undefined,
  { accountId, reason }: Administering,
): Promise<EndAllSessionsOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    const account = await holdAccount(tx, actor, accountId);
    const ended = await endSessions(tx, account.id, 'support', now);
    const revoked = await revokeDevices(tx, account.id, now);
    if (countOf(ended) + countOf(revoked) === 0) return { outcome: 'not-logged-in' };
    await needs.audit.record(tx, {
      action: 'sessions-ended-by-support',
      actor: account.heldBy,
      subject: account.id,
      reason,
    });
    await tellOwner(needs, tx, account, 'logged-out-by-support', loggedOutEmail);
    return { outcome: 'logged-out' };
  });
}

const countOf = (results: { numUpdatedRows: bigint }[]): number =>
  results.reduce((sum, { numUpdatedRows }) => sum + Number(numUpdatedRows), 0);
