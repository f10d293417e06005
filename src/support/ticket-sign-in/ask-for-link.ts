import type { Audit } from '../../audit/index.ts';
import { limitNetwork } from '../../identity/index.ts';
import { hours } from '../../kernel/duration.ts';
import type { EmailAddress } from '../../kernel/email-address.ts';
import type { Language } from '../../kernel/words.ts';
import type { SendEmail } from '../../notifications/index.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { callUnproven, holdRequester, type Requester } from '../tickets/requester.store.ts';
import { issueTicketLink, type TicketLinkNeeds } from '../tickets/ticket-link.ts';
import { logInLinkEmail } from './log-in-link.email.tsx';

export interface AskForLinkNeeds extends TicketLinkNeeds {
  audit: Audit;
  origin: string;
  sendEmail: SendEmail;
  settings: Settings;
}

export interface AskedForLink {
  address: EmailAddress;
  /** What somebody who registers wants to be called; it changes nothing about who is known. */
  fullName?: string;
  language: Language;
  clientNetwork: string;
}

/**
 * Sends a link and a code with which whoever reads the address's mail logs in to its tickets. Known or not, with tickets
 * or without, the same is done and the same is sent: only its owner learns what there is.
 */
export const askForLink = (needs: AskForLinkNeeds, asked: AskedForLink): Promise<void> =>
  inTransaction(needs.database, async (tx) => {
    await limitNetwork(needs, tx, 'ticket-link', asked.clientNetwork);
    const now = needs.clock.now();
    const { address, fullName, language, clientNetwork } = asked;
    const isWithin = await isWithinLimit(needs, tx, address.canonical);
    const newcomer = { address, fullName: fullName ?? address.typed, language, now };
    const requester = await holdRequester(tx, needs.ids, newcomer);
    if (fullName !== undefined) await callUnproven(tx, requester.id, fullName);
    await needs.audit.record(tx, { action: 'ticket-link-asked', actor: 'anyone', clientNetwork });
    if (isWithin) await send(needs, tx, requester);
  });

/** Past the limit nothing is reissued, so that nobody can keep killing the owner's link. */
async function isWithinLimit(needs: AskForLinkNeeds, tx: Tx, canonical: string): Promise<boolean> {
  const name = `ticket-link:${needs.keyRing.mac('unknown-name', canonical)}`;
  const atMost = needs.settings.recovery.requestsPerHour;
  return (await countUse(tx, { name, window: hours(1), atMost, now: needs.clock.now() })).allowed;
}

async function send(needs: AskForLinkNeeds, tx: Tx, requester: Requester): Promise<void> {
  const life = needs.settings.recovery.linkLife;
  const link = { purpose: 'sign-in', ticketId: null, requesterId: requester.id, life } as const;
  const { secret, code, expiresAt } = await issueTicketLink(needs, tx, link);
  const { origin, settings } = needs;
  const { language } = requester;
  await needs.sendEmail(tx, {
    kind: 'ticket-log-in-link',
    to: requester.email,
    language,
    message: logInLinkEmail({ secret, code, life, origin, settings }, language),
    expiresAt,
  });
}
