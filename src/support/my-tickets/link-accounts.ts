import type { Audit } from '../../audit/index.ts';
import { findTicketAccount, loggedInToTickets } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { after, days } from '../../kernel/duration.ts';
import { NotAllowed } from '../../kernel/endings.ts';
import type { AccountId, Ids } from '../../kernel/ids.ts';
import { ask, loggedIn } from '../../kernel/policy.ts';
import type { SendEmail } from '../../notifications/index.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findRequester, holdRequester } from '../tickets/requester.store.ts';
import type { RequesterId } from '../tickets/ticket.ts';
import { listOwnRequesters } from '../tickets/ticket-reader.store.ts';
import { linkRequester, renameTicketAccount, unlinkRequester } from './link-accounts.store.ts';
import { linkedEmail } from './linked.email.tsx';

export interface LinkAccountsNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  ids: Ids;
  origin: string;
  sendEmail: SendEmail;
  settings: Settings;
}

/**
 * Links the tickets of an address to an account of the portal, by whoever is logged in to both in one browser. Only one
 * account can have them; the owner of the address is told.
 */
export async function linkAccounts(
  needs: LinkAccountsNeeds,
  actor: Actor | undefined,
  portal: Actor | undefined,
): Promise<boolean> {
  ask(loggedInToTickets, actor, undefined);
  if (portal?.person.realm !== 'portal') return false;
  const own = await findTicketAccount(needs.database, actor.person.accountId);
  if (!own) throw new NotAllowed(loggedInToTickets.name);
  return inTransaction(needs.database, async (tx) => {
    const now = needs.clock.now();
    const { fullName, email: typed, canonical } = own;
    const language = own.language ?? needs.settings.service.language;
    const newcomer = { address: { typed, canonical }, fullName, language, now };
    const requester = await holdRequester(tx, needs.ids, newcomer);
    if (!(await linkRequester(tx, requester.id, portal.subject, now))) return false;
    const record = { type: 'requester', id: requester.id };
    await needs.audit.record(tx, {
      action: 'tickets-linked',
      actor: portal,
      subject: portal.subject,
      record,
    });
    const { origin, settings } = needs;
    await needs.sendEmail(tx, {
      kind: 'tickets-linked',
      to: typed,
      language,
      message: linkedEmail({ origin, settings }, language),
      expiresAt: after(now, days(7)),
    });
    return true;
  });
}

/** Takes the link back, from either side. */
export async function unlinkAccounts(
  needs: LinkAccountsNeeds,
  actor: Actor | undefined,
  asked: RequesterId | undefined,
): Promise<boolean> {
  ask(loggedIn, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const own = await listOwnRequesters(tx, actor);
    const id = asked ?? own[0];
    const requester = id && own.includes(id) ? await findRequester(tx, id) : undefined;
    const account: AccountId | null = requester?.portalAccountId ?? null;
    if (!requester || !account) return false;
    if (actor.person.realm === 'portal' && account !== actor.subject) return false;
    if (!(await unlinkRequester(tx, requester.id, account))) return false;
    const record = { type: 'requester', id: requester.id };
    await needs.audit.record(tx, { action: 'tickets-unlinked', actor, subject: account, record });
    return true;
  });
}

/** Only who has no account of the portal is called by what they say here. */
export async function renameThemselves(
  needs: LinkAccountsNeeds,
  actor: Actor | undefined,
  fullName: string,
): Promise<void> {
  ask(loggedInToTickets, actor, undefined);
  await inTransaction(needs.database, async (tx) => {
    const [requester] = await listOwnRequesters(tx, actor);
    await renameTicketAccount(tx, actor.person.accountId, requester, fullName);
    await needs.audit.record(tx, { action: 'ticket-name-changed', actor });
  });
}
