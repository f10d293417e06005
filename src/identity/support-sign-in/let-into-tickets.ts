import type { EmailAddress } from '../../kernel/email-address.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';
import { lockAddress } from '../account.store.ts';
import { openPasswordEntry } from '../lockout/entry-lane.ts';
import type { StartedSession } from '../sessions/start-session.ts';
import { addTicketAccount, findTicketAccountByAddress, lockTicketAccount } from '../ticket-account.store.ts';
import {
  knownTicketDevice,
  startTicketSession,
  type TicketBrowser,
  type TicketSessionNeeds,
} from './ticket-session.ts';

interface ProvenOwner {
  address: EmailAddress;
  fullName: string;
  language: Language;
  browser: TicketBrowser;
}

/**
 * Lets whoever just proved that they read an address's mail in to their tickets, by an account made for them if there
 * was none. What closed password entry is over: the owner came another way.
 */
export async function letIntoTickets(
  needs: TicketSessionNeeds,
  tx: Tx,
  owner: ProvenOwner,
): Promise<{ session: StartedSession; isNew: boolean } | undefined> {
  const { address, browser } = owner;
  await lockAddress(tx, `tickets:${address.canonical}`);
  const known = await findTicketAccountByAddress(tx, address.canonical);
  const id = known?.id ?? (await openAccount(needs, tx, owner));
  if ((await lockTicketAccount(tx, id))?.state !== 'active') return undefined;
  await openPasswordEntry(tx, id);
  const device = known && (await knownTicketDevice(tx, id, browser.deviceSecret));
  const from = { known: device, description: browser.deviceDescription };
  return { session: await startTicketSession(needs, tx, id, from), isNew: !known };
}

async function openAccount(needs: TicketSessionNeeds, tx: Tx, owner: ProvenOwner): Promise<AccountId> {
  const id: AccountId = needs.ids.next<'account'>();
  const { address, fullName, language } = owner;
  await addTicketAccount(tx, { id, fullName, address, language, now: needs.clock.now() });
  await needs.audit.record(tx, { action: 'ticket-account-opened', actor: 'owner', subject: id });
  return id;
}
