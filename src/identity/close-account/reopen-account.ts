import type { AccountId } from '../../kernel/ids.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import { inTransaction } from '../../platform/database/database.ts';
import { consumeLink } from '../access-links/access-link.store.ts';
import { readLink } from '../access-links/access-link.ts';
import { lockAccount } from '../account.store.ts';
import { reopenedEmail } from '../closing.email.tsx';
import type { ClosingNeeds } from '../closing.ts';
import { tellAccount } from '../tell-account.ts';
import { giveStateBack } from './reopen-account.store.ts';

export type ReopenAccountOutcome = { outcome: 'reopened' } | { outcome: 'link-not-live' };

/** Takes a closing back with the link that announced it, while there is still something to give back. */
export async function reopenAccount(needs: ClosingNeeds, secret: string): Promise<ReopenAccountOutcome> {
  const { link } = await readLink(needs, secret, 'reopen-account');
  if (!link) return { outcome: 'link-not-live' };
  return inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    const account = await lockAccount(tx, link.accountId as AccountId);
    const consumed = await consumeLink(tx, hashOfSecret(secret), 'reopen-account', now);
    if (!consumed || account?.state !== 'closed') return { outcome: 'link-not-live' };
    await giveStateBack(tx, account.id, now);
    await needs.organisationWatch.settle(tx, account.id);
    await needs.audit.record(tx, { action: 'account-reopened', actor: 'owner', subject: account.id });
    await tellAccount(needs, tx, account, { kind: 'account-reopened', write: reopenedEmail });
    return { outcome: 'reopened' };
  });
}
