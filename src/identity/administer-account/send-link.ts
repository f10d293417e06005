import type { Actor, Realm } from '../../kernel/actor.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { sendActivation } from '../access-links/send-activation.ts';
import { sendReset } from '../access-links/send-reset.ts';
import type { Account } from '../account.ts';
import { hasPassword } from '../intake.store.ts';
import { isStaffOnly } from './administer-account.store.ts';
import { type Administering, type AdministerNeeds, holdAccount } from './hold-account.ts';

type SentLink = 'activation-sent' | 'reset-sent';

export type SendWayInOutcome = { outcome: SentLink } | { outcome: 'not-active' };

/** Sends the owner the link that gets them in: to set the account up, or to choose a new password. */
export async function sendWayIn(
  needs: AdministerNeeds,
  actor: Actor | undefined,
  { accountId, reason, realm }: Administering & { realm?: Realm },
): Promise<SendWayInOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const account = await holdAccount(tx, actor, accountId);
    if (account.state !== 'active' && account.state !== 'invited') return { outcome: 'not-active' };
    const outcome = await sendLink(needs, tx, account, realm);
    const action = outcome === 'reset-sent' ? 'reset-link-sent' : 'activation-link-sent';
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
): Promise<SentLink> {
  const realm = wanted ?? ((await isStaffOnly(tx, account.id)) ? 'support' : 'portal');
  if (await hasPassword(tx, account.id, realm)) {
    await sendReset(needs, tx, account, realm);
    return 'reset-sent';
  }
  await sendActivation(needs, tx, account, realm);
  return 'activation-sent';
}
