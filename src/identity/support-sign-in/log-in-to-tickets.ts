import type { EmailAddress } from '../../kernel/email-address.ts';
import { inTransaction } from '../../platform/database/database.ts';
import {
  type Closure,
  clearLane,
  type DeviceId,
  giveTryBack,
  type Lane,
  reserveTry,
  subjectOf,
} from '../lockout/entry-lane.ts';
import { countWrongTry, limitTries } from '../lockout/network-limit.ts';
import type { PasswordHasher } from '../passwords/password-hashing.ts';
import { revokeDevice } from '../sessions/device.store.ts';
import type { StartedSession } from '../sessions/start-session.ts';
import { findTicketAccountByAddress, lockTicketAccount } from '../ticket-account.store.ts';
import type { TicketAccount } from '../ticket-account.ts';
import {
  knownTicketDevice,
  startTicketSession,
  type TicketBrowser,
  type TicketSessionNeeds,
} from './ticket-session.ts';

export interface LogInToTicketsNeeds extends TicketSessionNeeds {
  hasher: PasswordHasher;
}

export type LogInToTicketsOutcome =
  | { outcome: 'logged-in'; session: StartedSession }
  /** `left` counts the tries until password entry closes. */
  | { outcome: 'wrong-details'; left: number }
  | { outcome: 'closed'; closure: Closure };

type Details = TicketBrowser & { address: EmailAddress; password: string };

interface Found {
  account: TicketAccount | undefined;
  device: DeviceId | undefined;
  lane: Lane;
}

/**
 * Checks the password somebody chose for their tickets. An address nobody registered, and one without a password, take
 * the same steps as any other and close the same way.
 */
export async function logInToTickets(
  needs: LogInToTicketsNeeds,
  details: Details,
): Promise<LogInToTicketsOutcome> {
  if (!details.deviceSecret)
    return needs.hasher.admit(async () => tryPassword(needs, details, await lookUp(needs, details)));
  const found = await lookUp(needs, details);
  return needs.hasher.admit(() => tryPassword(needs, details, found), turnOf(found));
}

const turnOf = ({ device }: Found) => (device ? 'first' : 'in-turn');

async function lookUp(needs: LogInToTicketsNeeds, details: Details): Promise<Found> {
  const { database, keyRing, settings } = needs;
  await limitTries(needs, database, details.clientNetwork);
  const { canonical } = details.address;
  const account = await findTicketAccountByAddress(database, canonical);
  const device = await knownTicketDevice(database, account?.id, details.deviceSecret);
  // Staff log in to the same realm: an unknown address of theirs must not close one of here, or tell of it.
  const subject = subjectOf(keyRing, account?.id, `tickets:${canonical}`);
  const deviceId = (settings.lockout.knownDevices && device) || null;
  return { account, device, lane: { subject, realm: 'support', step: 'password', deviceId } };
}

async function tryPassword(
  needs: LogInToTicketsNeeds,
  details: Details,
  found: Found,
): Promise<LogInToTicketsOutcome> {
  const { database, settings } = needs;
  const { account, lane } = found;
  const taken = await reserveTry(database, lane, settings.lockout, needs.clock.now());
  if (taken.outcome === 'closed') return taken;
  const isRight = await look(needs, found, details.password);
  const session = isRight && account && (await letIn(needs, details, found, account));
  if (session) return { outcome: 'logged-in', session };
  await noteWrong(needs, details, found, taken.closesWith !== undefined);
  return taken.closesWith
    ? { outcome: 'closed', closure: taken.closesWith }
    : { outcome: 'wrong-details', left: taken.left };
}

/** A try whose password was not looked at, because the machine is too busy, costs nobody anything. */
async function look(needs: LogInToTicketsNeeds, found: Found, password: string): Promise<boolean> {
  try {
    const { isRight } = await needs.hasher.check(
      found.account?.passwordHash ?? undefined,
      password,
      turnOf(found),
    );
    return isRight;
  } catch (error) {
    await giveTryBack(needs.database, found.lane, needs.settings.lockout);
    throw error;
  }
}

const noteWrong = (needs: LogInToTicketsNeeds, details: Details, found: Found, closes: boolean) =>
  inTransaction(needs.database, async (tx) => {
    const { account, lane } = found;
    await countWrongTry(needs, tx, details.clientNetwork);
    await needs.audit.record(tx, {
      action: closes ? 'password-entry-closed' : 'password-wrong',
      actor: 'anyone',
      clientNetwork: details.clientNetwork,
      ...(account && { subject: account.id }),
    });
    if (closes && lane.deviceId) await revokeDevice(tx, lane.deviceId, needs.clock.now());
  });

/** Nothing when the password was changed while it was being checked: the old one opens nothing any more. */
const letIn = (needs: LogInToTicketsNeeds, details: Details, found: Found, checked: TicketAccount) =>
  inTransaction(needs.database, async (tx) => {
    const account = await lockTicketAccount(tx, checked.id);
    if (account?.state !== 'active' || account.passwordHash !== checked.passwordHash) return undefined;
    await clearLane(tx, found.lane);
    return startTicketSession(needs, tx, account.id, {
      known: found.device,
      description: details.deviceDescription,
    });
  });
