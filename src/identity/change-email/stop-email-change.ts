import { hashOfSecret } from '../../kernel/secrets.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { voidLinks } from '../access-links/access-link.store.ts';
import { voidNotMeLinks } from '../access-links/not-me-link.store.ts';
import { sendReset } from '../access-links/send-reset.ts';
import { lockAccount } from '../account.store.ts';
import { type Account, languageOf } from '../account.ts';
import {
  dropAddresses,
  restoreAddress,
  type StoppedChange,
  stopChange,
  stopLaterChanges,
} from '../email-change.store.ts';
import { revokeDevices } from '../sessions/device.store.ts';
import { endSessions } from '../sessions/session.store.ts';
import { addStaffTask } from '../staff-task.store.ts';
import { tellAccount } from '../tell-account.ts';
import { changeStoppedEmail, droppedAddressEmail } from './change-email.email.tsx';
import { findLinkedChange, type LinkedChange } from './change-email.store.ts';
import type { ChangeEmailNeeds } from './change-email.ts';
import { makePasswordUnusable } from './stop-email-change.store.ts';

export type StopLinkState =
  | 'stoppable'
  | 'stopped'
  /** The time to stop it is over. */
  | 'final'
  /** It was never made, and now never will be. */
  | 'not-made'
  | 'unknown';

/** What a link that stops a change can still do. */
export async function readStopLink(needs: ChangeEmailNeeds, secret: string) {
  const change = await findLinkedChange(needs.database, hashOfSecret(secret), 'stop-email-change');
  return { change, state: stateOfStop(change, needs.clock.now()) };
}

function stateOfStop(change: LinkedChange | undefined, now: Date): StopLinkState {
  if (!change) return 'unknown';
  if (change.state === 'stopped') return 'stopped';
  if (change.state === 'asked') return 'stoppable';
  if (change.state === 'made')
    return change.stoppableUntil && change.stoppableUntil > now ? 'stoppable' : 'final';
  return change.state === 'final' ? 'final' : 'not-made';
}

/**
 * Takes a change back for whoever holds the link that was sent to the address from before it: that address is the
 * account's again, what was changed since falls, nobody stays logged in, and the password has to be chosen anew.
 */
export async function stopEmailChange(needs: ChangeEmailNeeds, secret: string): Promise<StopLinkState> {
  const { change, state } = await readStopLink(needs, secret);
  if (!change || state !== 'stoppable') return state;
  const done = await inTransaction(needs.database, (tx) => stop(needs, tx, change));
  return done ? 'stopped' : (await readStopLink(needs, secret)).state;
}

async function stop(needs: ChangeEmailNeeds, tx: Tx, change: LinkedChange): Promise<boolean> {
  const now = needs.clock.now();
  const { accountId, id } = change;
  const before = await lockAccount(tx, accountId);
  const stopped = await stopChange(tx, id, now);
  if (!stopped) return false;
  const dropped = await goBack(tx, accountId, stopped, now);
  // The one link a closed account has is its owner's way back, sent to the very address that stops the change.
  if (before?.state !== 'closed') await voidLinks(tx, accountId, now);
  if (dropped.length > 0) await voidNotMeLinks(tx, accountId, now);
  await endSessions(tx, accountId, 'email-change-stopped', now);
  await revokeDevices(tx, accountId, now);
  const hadPassword = await makePasswordUnusable(tx, accountId);
  await needs.audit.record(tx, {
    action: 'email-change-stopped',
    actor: 'owner',
    subject: accountId,
    record: { type: 'email-change', id },
    detail: { back: change.oldTyped, dropped },
  });
  const record = { type: 'account', id: accountId };
  await addStaffTask(tx, needs.ids, { kind: 'email-change-stopped', record, now });
  const account = await lockAccount(tx, accountId);
  if (account) await tell(needs, tx, account, { dropped, hadPassword });
  return true;
}

/** A change that was only asked for has no later ones, and its old address is the account's still. */
async function goBack(tx: Tx, account: Account['id'], stopped: StoppedChange, now: Date): Promise<string[]> {
  const { stoppableUntil } = stopped;
  const later = stoppableUntil ? await stopLaterChanges(tx, account, stoppableUntil, now) : [];
  const fallen = [stopped, ...later].flatMap(({ newEmail }) => newEmail ?? []);
  const dropped = await dropAddresses(tx, account, fallen);
  await restoreAddress(tx, stopped.oldEmail);
  return dropped;
}

async function tell(
  needs: ChangeEmailNeeds,
  tx: Tx,
  account: Account,
  { dropped, hadPassword }: { dropped: string[]; hadPassword: boolean },
): Promise<void> {
  const { origin, settings } = needs;
  const isActive = account.state === 'active';
  if (isActive && hadPassword) await sendReset(needs, tx, account, 'portal');
  await tellAccount(needs, tx, account, { kind: 'email-change-stopped', write: changeStoppedEmail });
  const language = languageOf(account, settings);
  const message = droppedAddressEmail({ account, origin, settings }, language);
  const expiresAt = new Date(needs.clock.now().getTime() + settings.emailChange.stoppableFor);
  for (const to of dropped)
    await needs.sendEmail(tx, { kind: 'email-address-dropped', to, language, message, expiresAt });
}
