import type { Actor } from '../../kernel/actor.ts';
import { after } from '../../kernel/duration.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { consumeLink } from '../access-links/access-link.store.ts';
import { stateOf } from '../access-links/access-link.ts';
import { lockAccount, lockAddress } from '../account.store.ts';
import { languageOf } from '../account.ts';
import { endAskedChange } from '../email-change.store.ts';
import { listRoles } from '../membership.store.ts';
import { newAddressEmail } from './change-email.email.tsx';
import {
  findLinkedChange,
  type LinkedChange,
  markMade,
  swapAddresses,
  takeName,
} from './change-email.store.ts';
import type { ChangeEmailNeeds } from './change-email.ts';
import { tellStoppers } from './tell-of-change.ts';

/** What a link that confirms says before it is used. `newTyped` is there while it is live. */
export type ConfirmLinkState =
  | { state: 'live'; change: LinkedChange & { newTyped: string; newCanonical: string } }
  | { state: 'done' | 'replaced' | 'expired' | 'unknown' }
  /** Somebody else is logged in here: what they confirm would be another person's. */
  | { state: 'other-account' };

export async function readConfirmLink(
  needs: ChangeEmailNeeds,
  actor: Actor | undefined,
  secret: string,
): Promise<ConfirmLinkState> {
  const change = await findLinkedChange(needs.database, hashOfSecret(secret), 'confirm-email');
  if (!change) return { state: 'unknown' };
  if (actor && actor.person.accountId !== change.accountId) return { state: 'other-account' };
  if (change.state === 'made' || change.state === 'final') return { state: 'done' };
  const link = stateOf(change, needs.clock.now());
  const { newTyped, newCanonical } = change;
  if (change.state === 'asked' && link === 'live' && newTyped && newCanonical)
    return { state: 'live', change: { ...change, newTyped, newCanonical } };
  return { state: change.state === 'expired' || link === 'expired' ? 'expired' : 'replaced' };
}

export type ConfirmOutcome =
  | { outcome: 'changed'; to: string }
  /** Somebody else made an account with it since it was asked for. */
  | { outcome: 'taken' }
  | { outcome: 'not-live'; state: Exclude<ConfirmLinkState['state'], 'live'> };

/** Makes the change for whoever holds the link that was sent to the new address; the old one keeps the power to stop it. */
export async function confirmChange(
  needs: ChangeEmailNeeds,
  actor: Actor | undefined,
  secret: string,
): Promise<ConfirmOutcome> {
  const read = await readConfirmLink(needs, actor, secret);
  if (read.state !== 'live') return { outcome: 'not-live', state: read.state };
  return inTransaction(needs.database, (tx) => make(needs, tx, read.change, hashOfSecret(secret)));
}

type LiveChange = Extract<ConfirmLinkState, { state: 'live' }>['change'];

async function make(
  needs: ChangeEmailNeeds,
  tx: Tx,
  change: LiveChange,
  secretHash: string,
): Promise<ConfirmOutcome> {
  const now = needs.clock.now();
  const { accountId, newTyped: typed, newCanonical: canonical } = change;
  await lockAddress(tx, canonical);
  const isActive = (await lockAccount(tx, accountId))?.state === 'active';
  const isAsked = (await findLinkedChange(tx, secretHash, 'confirm-email'))?.state === 'asked';
  const isStaff = (await listRoles(tx, accountId, 'support')).length > 0;
  if (!isActive || isStaff || !isAsked || !(await consumeLink(tx, secretHash, 'confirm-email', now)))
    return { outcome: 'not-live', state: 'replaced' };
  if (!(await takeName(tx, accountId, { typed, canonical }))) return refuse(needs, tx, change, now);
  const made = await markMade(tx, change.id, now, after(now, needs.settings.emailChange.stoppableFor));
  if (!made) throw new Error('a live link spoke of a change that had ended');
  await swapAddresses(tx, made, now);
  await needs.audit.record(tx, {
    action: 'email-changed',
    actor: 'owner',
    subject: accountId,
    record: { type: 'email-change', id: change.id },
    detail: { from: change.oldTyped, to: typed },
  });
  await tell(needs, tx, accountId);
  return { outcome: 'changed', to: typed };
}

async function refuse(
  needs: ChangeEmailNeeds,
  tx: Tx,
  change: LiveChange,
  now: Date,
): Promise<ConfirmOutcome> {
  await endAskedChange(tx, change.accountId, 'cancelled', now);
  await needs.audit.record(tx, {
    action: 'email-change-cancelled',
    actor: 'system',
    subject: change.accountId,
  });
  return { outcome: 'taken' };
}

async function tell(needs: ChangeEmailNeeds, tx: Tx, id: LiveChange['accountId']): Promise<void> {
  const account = await lockAccount(tx, id);
  if (!account) return;
  await tellStoppers(needs, tx, account, 'made');
  const { origin, settings } = needs;
  const language = languageOf(account, settings);
  const now = needs.clock.now();
  await needs.sendEmail(tx, {
    kind: 'email-changed',
    to: account.email,
    language,
    message: newAddressEmail({ account, origin, settings }, language),
    accountId: id,
    expiresAt: after(now, settings.emailChange.stoppableFor),
  });
}
