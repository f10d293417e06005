import type { Actor } from '../../kernel/actor.ts';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { lockAccount, setState } from '../account.store.ts';
import { listRoles } from '../membership.store.ts';
import { reopenedForUseEmail } from './administer-account.email.tsx';
import { wasStoppedUnused } from './administer-account.store.ts';
import type { AdministerNeeds } from './hold-account.ts';
import { tellOwner } from './tell-owner.ts';

export type ReactivateUnusedOutcome =
  | { outcome: 'reactivated' }
  /** It is active, or was stopped for another reason: support alone opens it again. */
  | { outcome: 'not-unused' };

interface Reactivating {
  accountId: AccountId;
  by: Actor;
  organisation: { id: OrganisationId; name: string };
}

/**
 * Gives an account that was only not used back to its owner, with the password it had. Whether this actor may is the
 * caller's business; staff's accounts are support's alone.
 */
export async function reactivateUnused(
  needs: AdministerNeeds,
  tx: Tx,
  { accountId, by, organisation }: Reactivating,
): Promise<ReactivateUnusedOutcome> {
  const account = await lockAccount(tx, accountId);
  const isUnused = account && (await wasStoppedUnused(tx, accountId));
  if (!isUnused || (await listRoles(tx, accountId, 'support')).length > 0) return { outcome: 'not-unused' };
  await setState(tx, accountId, 'active', null, needs.clock.now());
  await needs.organisationWatch.settle(tx, accountId);
  await needs.audit.record(tx, {
    action: 'account-activated-again',
    actor: by,
    subject: accountId,
    organisation: organisation.id,
    reason: 'unused',
  });
  await tellOwner(needs, tx, account, 'account-activated-again', (props, language) =>
    reopenedForUseEmail(props, organisation.name, language),
  );
  return { outcome: 'reactivated' };
}
