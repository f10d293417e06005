import type { Actor } from '../../kernel/actor.ts';
import { after, days } from '../../kernel/duration.ts';
import { NotAllowed } from '../../kernel/endings.ts';
import type { SendEmail } from '../../notifications/index.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { openPasswordEntry } from '../lockout/entry-lane.ts';
import { setPassword } from '../passwords/password.store.ts';
import type { PasswordHasher } from '../passwords/password-hashing.ts';
import { revokeDevices } from '../sessions/device.store.ts';
import { findOwnCredential } from '../sessions/renew-session.store.ts';
import { askFresh, endOtherSessions, renewSession } from '../sessions/renew-session.ts';
import { lockTicketAccount, removeTicketPassword } from '../ticket-account.store.ts';
import type { TicketAccount } from '../ticket-account.ts';
import { ticketPasswordEmail } from './ticket-password.email.tsx';
import type { TicketSessionNeeds } from './ticket-session.ts';

export interface ChangeTicketPasswordNeeds extends TicketSessionNeeds {
  hasher: PasswordHasher;
  origin: string;
  sendEmail: SendEmail;
  settings: Settings;
}

/** What this session goes on under; nothing when it ended meanwhile. */
interface Changed {
  token: string | undefined;
}

/**
 * Sets the password its owner chose for their tickets, or takes it away; they logged in a moment ago. Every other
 * session ends, every other device is a stranger again, and the owner is told.
 */
export async function changeTicketPassword(
  needs: ChangeTicketPasswordNeeds,
  actor: Actor | undefined,
  password: string | undefined,
): Promise<Changed> {
  if (actor?.person.realm !== 'support') throw new NotAllowed('own password of tickets');
  askFresh(needs, actor);
  const hash =
    password === undefined ? undefined : await needs.hasher.admit(() => needs.hasher.hash(password));
  return inTransaction(needs.database, async (tx) => {
    const account = await lockTicketAccount(tx, actor.person.accountId);
    if (account?.state !== 'active') throw new NotAllowed('own password of tickets');
    return change(needs, tx, actor, account, hash);
  });
}

async function change(
  needs: ChangeTicketPasswordNeeds,
  tx: Tx,
  actor: Actor,
  account: TicketAccount,
  hash: string | undefined,
): Promise<Changed> {
  const now = needs.clock.now();
  const { deviceId } = await findOwnCredential(tx, actor.person.sessionId);
  if (hash) await setPassword(tx, account.id, 'support', hash, now);
  else await removeTicketPassword(tx, account.id);
  await openPasswordEntry(tx, account.id);
  await endOtherSessions(tx, actor, 'password-changed', now);
  await revokeDevices(tx, account.id, now, deviceId);
  const action = hash ? 'ticket-password-chosen' : 'ticket-password-removed';
  await needs.audit.record(tx, { action, actor });
  await tellOwner(needs, tx, account, hash !== undefined);
  return { token: await renewSession(needs, tx, actor) };
}

async function tellOwner(
  needs: ChangeTicketPasswordNeeds,
  tx: Tx,
  account: TicketAccount,
  isChosen: boolean,
): Promise<void> {
  const { settings, origin } = needs;
  const language = account.language ?? settings.service.language;
  await needs.sendEmail(tx, {
    kind: 'ticket-password-changed',
    to: account.email,
    language,
    message: ticketPasswordEmail({ isChosen, origin, settings }, language),
    accountId: account.id,
    expiresAt: after(needs.clock.now(), days(7)),
  });
}
