import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { after, hours } from '../../kernel/duration.ts';
import type { EmailAddress } from '../../kernel/email-address.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Nudge } from '../../platform/jobs/due-work.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { AccessLinkNeeds } from '../access-links/access-link.ts';
import { lockAccount } from '../account.store.ts';
import { endAskedChange } from '../email-change.store.ts';
import { findFreeze } from '../freeze.store.ts';
import { listRoles } from '../membership.store.ts';
import { askFresh } from '../sessions/renew-session.ts';
import type { TellAccountNeeds } from '../tell-account.ts';
import { addChange, listOwnAddresses } from './change-email.store.ts';

export interface ChangeEmailNeeds extends AccessLinkNeeds, TellAccountNeeds {
  audit: Audit;
  database: Database;
  nudge: Nudge;
  settings: TellAccountNeeds['settings'];
}

export const tellOfChangesWork = 'tell-of-email-changes';

export type AskOutcome =
  | 'asked'
  | 'same-address'
  /** It can still take the last change back, by the link that was sent to it. */
  | 'own-former'
  /** The same address lets them in to the desk: a stolen portal password must not lead there. */
  | 'is-staff'
  /** Its owner said "this was not me", and staff have not looked yet. */
  | 'frozen'
  | 'too-many';

/**
 * Takes down that somebody wants another address. The same steps for an address that has an account; a job looks, and
 * writes to that address alone what is true of it. An earlier request ends.
 */
export async function askForChange(
  needs: ChangeEmailNeeds,
  actor: Actor | undefined,
  to: EmailAddress,
): Promise<AskOutcome> {
  ask(loggedIn, actor, undefined);
  askFresh(needs, actor);
  const { accountId } = actor.person;
  return inTransaction(needs.database, async (tx) => {
    await lockAccount(tx, accountId);
    if (await findFreeze(tx, accountId)) return 'frozen';
    const own = await listOwnAddresses(tx, accountId);
    const same = own.find(({ state, canonical }) => state !== 'pending' && canonical === to.canonical);
    if (same) return same.state === 'current' ? 'same-address' : 'own-former';
    if ((await listRoles(tx, accountId, 'support')).length > 0) return 'is-staff';
    if (!(await isWithinLimit(needs, tx, accountId))) return 'too-many';
    const from = own.find(({ state }) => state === 'current');
    if (!from) throw new Error('an account has no email address');
    const now = needs.clock.now();
    await endAskedChange(tx, accountId, 'replaced', now);
    const id = needs.ids.next<'email-change'>();
    const expiresAt = after(now, needs.settings.emailChange.linkLife);
    await addChange(tx, needs.ids, { id, account: accountId, from, to, now, expiresAt });
    const detail = { from: from.typed, to: to.typed };
    await needs.audit.record(tx, {
      action: 'email-change-asked',
      actor,
      record: { type: 'email-change', id },
      detail,
    });
    await needs.nudge(tx, tellOfChangesWork);
    return 'asked';
  });
}

async function isWithinLimit(needs: ChangeEmailNeeds, tx: Tx, account: AccountId): Promise<boolean> {
  const atMost = needs.settings.recovery.requestsPerHour;
  const use = { name: `email-change:${account}`, window: hours(1), atMost, now: needs.clock.now() };
  return (await countUse(tx, use)).allowed;
}

/** Drops the change that waits to be confirmed; its links are dead from then on. */
export async function cancelChange(needs: ChangeEmailNeeds, actor: Actor | undefined): Promise<void> {
  ask(loggedIn, actor, undefined);
  const { accountId } = actor.person;
  await inTransaction(needs.database, async (tx) => {
    await lockAccount(tx, accountId);
    if (await endAskedChange(tx, accountId, 'cancelled', needs.clock.now()))
      await needs.audit.record(tx, { action: 'email-change-cancelled', actor });
  });
}
