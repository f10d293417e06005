import type { Actor } from '../../kernel/actor.ts';
import { ask } from '../../kernel/policy.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { setState } from '../account.store.ts';
import { closeAccounts } from '../policy.ts';
import { activatedAgainEmail } from './administer-account.email.tsx';
import { resumeMail, wasActivated } from './administer-account.store.ts';
import {
  type Administering,
  type AdministerNeeds,
  type DeathNeeds,
  type HeldAccount,
  holdAccount,
} from './hold-account.ts';
import { sendLink } from './send-link.ts';
import { tellOwner } from './tell-owner.ts';

export type ActivateAgainOutcome =
  | { outcome: 'activated-again' }
  /** It had never been set up: it waits for its owner again, who was sent a new link. */
  | { outcome: 'invited-again' }
  | { outcome: 'not-deactivated' };

/** Gives a deactivated or closed account back to its owner, with the password and the roles it had. */
export async function activateAgain(
  needs: DeathNeeds,
  actor: Actor | undefined,
  { accountId, reason }: Administering,
): Promise<ActivateAgainOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const account = await holdAccount(tx, actor, accountId);
    if (account.state !== 'deactivated' && account.state !== 'closed') return { outcome: 'not-deactivated' };
    await resumeMessages(needs, tx, account, reason);
    await needs.audit.record(tx, {
      action: 'account-activated-again',
      actor: account.heldBy,
      subject: account.id,
      reason,
    });
    return (await wasActivated(tx, account.id))
      ? giveBack(needs, tx, account)
      : inviteAgain(needs, tx, account);
  });
}

/** What an administrator stopped because its owner was said to be dead, another administrator or they take back. */
async function resumeMessages(
  needs: DeathNeeds,
  tx: Tx,
  { id: subject, heldBy: actor }: HeldAccount,
  reason: string,
): Promise<void> {
  const stoppedAt = await resumeMail(tx, subject);
  if (!stoppedAt) return;
  ask(closeAccounts, actor, undefined);
  await needs.ticketWatch.ownerLives(tx, { account: subject, actor, reason, at: stoppedAt });
  await needs.audit.record(tx, { action: 'mail-resumed', actor, subject, reason });
}

async function giveBack(needs: AdministerNeeds, tx: Tx, account: HeldAccount): Promise<ActivateAgainOutcome> {
  await setState(tx, account.id, 'active', null, needs.clock.now());
  await needs.organisationWatch.settle(tx, account.id);
  await tellOwner(needs, tx, account, 'account-activated-again', activatedAgainEmail);
  return { outcome: 'activated-again' };
}

async function inviteAgain(
  needs: AdministerNeeds,
  tx: Tx,
  account: HeldAccount,
): Promise<ActivateAgainOutcome> {
  await setState(tx, account.id, 'invited', null, needs.clock.now());
  await needs.organisationWatch.settle(tx, account.id);
  await sendLink(needs, tx, { ...account, state: 'invited' });
  return { outcome: 'invited-again' };
}
