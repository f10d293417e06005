import type { Actor, Realm } from '../../kernel/actor.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { sendActivation } from '../access-links/send-activation.ts';
import { type ResetSent, sendReset } from '../access-links/send-reset.ts';
import type { Account } from '../account.ts';
import { hasPassword } from '../intake.store.ts';
import { isStaffOnly } from './administer-account.store.ts';
import { type Administering, type AdministerNeeds, holdAccount } from './hold-account.ts';

export type SendWayInOutcome = { outcome: 'activation-sent' | 'reset-sent' } | { outcome: 'not-active' };

/** Sends the owner what gets them in: the link to set the account up, or what a reset begins with. */
export async function sendWayIn(
  needs: AdministerNeeds,
  actor: Actor | undefined,
  { accountId, reason, realm }: Administering & { realm?: Realm },
): Promise<SendWayInOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const account = await holdAccount(tx, actor, accountId);
    if (account.state !== 'active' && account.state !== 'invited') return { outcome: 'not-active' };
    const action = await sendLink(needs, tx, account, realm);
    const outcome = action === 'activation-link-sent' ? 'activation-sent' : 'reset-sent';
    await needs.audit.record(tx, { action, actor: account.heldBy, subject: account.id, reason });
    return { outcome };
  });
}

/** Goes to the account's own address, whoever asks for it. */
export async function sendLink(
  needs: AdministerNeeds,
  tx: Tx,
  account: Account,
  wanted?: Realm,
): Promise<ResetSent | 'activation-link-sent'> {
  const realm = wanted ?? ((await isStaffOnly(tx, account.id)) ? 'support' : 'portal');
  if (await hasPassword(tx, account.id, realm)) return sendReset(needs, tx, account, realm);
  await sendActivation(needs, tx, account, realm);
  return 'activation-link-sent';
}
