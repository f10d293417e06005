import type { Audit } from '../../audit/index.ts';
import { voidMessagesTo } from '../../notifications/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { setState } from '../account.store.ts';
import { revokeDevices } from '../sessions/device.store.ts';
import { endSessions } from '../sessions/session.store.ts';
import { lockTicketAccount } from '../ticket-account.store.ts';
import type { OwnerFound } from '../ticket-watch.ts';
import { resumeMail, stopMail } from './administer-account.store.ts';

/** Closes what somebody who died followed their tickets with. False when it was closed before. */
export async function shutTicketAccount(
  { audit }: { audit: Audit },
  tx: Tx,
  { account: id, actor, reason, at }: OwnerFound,
): Promise<boolean> {
  const account = await lockTicketAccount(tx, id);
  if (account?.state !== 'active') return false;
  await stopMail(tx, id, at);
  await voidMessagesTo(tx, id);
  await setState(tx, id, 'closed', reason, at);
  await endSessions(tx, id, 'account-closed', at);
  await revokeDevices(tx, id, at);
  await audit.record(tx, { action: 'account-closed', actor, subject: id, reason });
  return true;
}

/** Opens it again, with the password it had; whoever was logged in logs in again. */
export async function reopenTicketAccount(
  { audit }: { audit: Audit },
  tx: Tx,
  { account: id, actor, reason, at }: OwnerFound,
): Promise<void> {
  const account = await lockTicketAccount(tx, id);
  if (account?.state !== 'closed' || !(await resumeMail(tx, id))) return;
  await setState(tx, id, 'active', null, at);
  await audit.record(tx, { action: 'account-activated-again', actor, subject: id, reason });
}
