import type { Audit } from '../../audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type SendActivationNeeds, sendActivation } from '../access-links/send-activation.ts';
import { addAccount, findAccount, findAccountByEmail, lockAccount, lockAddress } from '../account.store.ts';
import type { Account } from '../account.ts';
import { isWithinLimit } from '../limit-address.ts';
import { setWishes } from '../username.store.ts';
import type { Newcomer } from './newcomer.ts';

export interface TakeInNeeds extends SendActivationNeeds {
  audit: Audit;
}

export type TakenIn = { outcome: 'invited' } | { outcome: 'known'; account: Account };

/**
 * Makes an account that waits for its owner to prove the address, and sends the link; an account that still waits is
 * sent a new one. The username is only wished for: it is given with the proof, so strangers cannot use names up.
 */
export async function takeIn(needs: TakeInNeeds, tx: Tx, newcomer: Newcomer): Promise<TakenIn> {
  await lockAddress(tx, newcomer.email.canonical);
  const known = await findAccountByEmail(tx, newcomer.email.canonical);
  if (known && known.state !== 'invited') {
    await needs.audit.record(tx, { action: 'account-asked-again', actor: 'anyone', subject: known.id });
    return { outcome: 'known', account: known };
  }
  if (!(await isWithinLimit(needs, tx, newcomer.email.canonical, needs.clock.now())))
    return { outcome: 'invited' };
  const account = known ? await lockAccount(tx, known.id) : await add(needs, tx, newcomer);
  // Its owner set it up while this waited: it is no longer a stranger's to change.
  if (account?.state !== 'invited') return { outcome: 'invited' };
  const { username, occupation } = newcomer;
  await setWishes(tx, account.id, { username: username?.typed ?? null, occupation: occupation ?? null });
  await sendActivation(needs, tx, account, 'portal');
  if (known)
    await needs.audit.record(tx, { action: 'activation-link-sent', actor: 'anyone', subject: known.id });
  return { outcome: 'invited' };
}

async function add(needs: TakeInNeeds, tx: Tx, newcomer: Newcomer): Promise<Account> {
  const id = needs.ids.next<'account'>();
  const { fullName, email, language } = newcomer;
  await addAccount(tx, needs.ids, { id, fullName, email, language, now: needs.clock.now() });
  await needs.audit.record(tx, {
    action: 'account-created',
    actor: 'anyone',
    subject: id,
    detail: { name: fullName, email: email.typed },
  });
  const account = await findAccount(tx, id);
  if (!account) throw new Error('an account vanished while it was made');
  return account;
}
