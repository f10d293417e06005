import {
  type DeathNeeds,
  lockTicketAccount,
  type OwnerFound,
  type StopForDeathOutcome,
} from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { AccountId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { inTransaction, type Tx } from '../../../platform/database/database.ts';
import { administrator } from '../../policy.ts';

interface Asked {
  accountId: AccountId;
  /** When it was stopped, if it was. */
  stoppedAt: Date | null;
  reason: string;
}

/** The same for who has no account of the portal, only one to follow their tickets with. */
export const stopFollowedTickets = (
  needs: DeathNeeds,
  actor: Actor | undefined,
  asked: Asked,
): Promise<StopForDeathOutcome> =>
  whileHeld(needs, actor, asked, async (tx, found, isOpen) => {
    if (!isOpen) return { outcome: 'already-stopped' };
    await needs.ticketWatch.ownerDied(tx, found);
    return { outcome: 'stopped' };
  });

export const followTicketsAgain = (
  needs: DeathNeeds,
  actor: Actor | undefined,
  asked: Asked,
): Promise<{ outcome: 'activated-again' | 'not-deactivated' }> =>
  whileHeld(needs, actor, asked, async (tx, found, isOpen) => {
    if (isOpen || !asked.stoppedAt) return { outcome: 'not-deactivated' };
    await needs.ticketWatch.ownerLives(tx, { ...found, at: asked.stoppedAt });
    return { outcome: 'activated-again' };
  });

const whileHeld = <Outcome>(
  needs: DeathNeeds,
  actor: Actor | undefined,
  { accountId, reason }: Asked,
  change: (tx: Tx, found: OwnerFound, isOpen: boolean) => Promise<Outcome>,
): Promise<Outcome> => {
  ask(administrator, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const account = await lockTicketAccount(tx, accountId);
    const found = { account: accountId, actor, reason, at: needs.clock.now() };
    return change(tx, found, account?.state === 'active');
  });
};
