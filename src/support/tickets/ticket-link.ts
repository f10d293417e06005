import type { Clock } from '../../kernel/clock.ts';
import { after, type Duration, days } from '../../kernel/duration.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { hashOfSecret, type Secrets } from '../../kernel/secrets.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { RequesterId, TicketId } from './ticket.ts';
import {
  addTicketLink,
  exchangeTicketLink,
  findTicketLink,
  replaceTicketLinks,
  type TicketLink,
  type TicketLinkPurpose,
  takeTicketCodeTry,
} from './ticket-link.store.ts';

export interface TicketLinkNeeds {
  clock: Clock;
  database: Database;
  ids: Ids;
  keyRing: KeyRing;
  secrets: Secrets;
  settings: Pick<Settings, 'recovery'>;
}

/** What an email carries: the secret of the link, and a code of 8 digits to type where links cannot be followed. */
export interface IssuedTicketLink {
  secret: string;
  code: string;
  expiresAt: Date;
}

const codeDigits = 8;

/** Replaces any earlier link for the same purpose, so that only the newest works, unless it is one that opens a ticket. */
export async function issueTicketLink(
  needs: Omit<TicketLinkNeeds, 'database' | 'settings'>,
  tx: Tx,
  link: { purpose: TicketLinkPurpose; ticketId: TicketId | null; requesterId: RequesterId; life: Duration },
): Promise<IssuedTicketLink> {
  const now = needs.clock.now();
  const secret = needs.secrets.issue();
  const code = needs.secrets.code(codeDigits);
  const expiresAt = after(now, link.life);
  if (link.purpose !== 'open') await replaceTicketLinks(tx, link, now);
  const codeMac = needs.keyRing.mac('typed-code', typedBy(link.requesterId, code));
  await addTicketLink(tx, {
    ...link,
    id: needs.ids.next<'ticket-link'>(),
    secretHash: secret.hash,
    codeMac,
    now,
    expiresAt,
  });
  return { secret: secret.plain, code, expiresAt };
}

export type TicketLinkState = 'live' | 'used' | 'replaced' | 'expired' | 'unknown';

/** Looks at a link and changes nothing: mail scanners open links too. */
export async function readTicketLink(
  needs: Pick<TicketLinkNeeds, 'clock' | 'database'>,
  secret: string,
  purpose: TicketLinkPurpose,
): Promise<{ link: TicketLink | undefined; state: TicketLinkState }> {
  const link = await findTicketLink(needs.database, hashOfSecret(secret), purpose);
  return { link, state: stateOf(link, needs.clock.now()) };
}

function stateOf(link: TicketLink | undefined, now: Date): TicketLinkState {
  if (!link) return 'unknown';
  if (link.usedAt) return 'used';
  if (link.replacedAt) return 'replaced';
  return link.expiresAt <= now ? 'expired' : 'live';
}

/**
 * Turns a typed code into the secret of the same link, once. Each call costs one of the link's tries and one of the
 * address's tries of the day, taken before the code is compared; an unknown address costs the same. Where it is known
 * which ticket it is for, no other one's code is meant. Codes for files are typed by whoever followed a link: a stranger,
 * who may type any address elsewhere, takes none of those tries.
 */
export async function exchangeTicketCode(
  needs: TicketLinkNeeds,
  typed: { canonical: string; code: string; ticketId?: TicketId },
  purpose: TicketLinkPurpose,
): Promise<{ outcome: 'exchanged'; secret: string } | { outcome: 'refused' }> {
  const now = needs.clock.now();
  const { codeTries, codeTriesPerDay } = needs.settings.recovery;
  const tries = purpose === 'document' ? 'document-code' : 'ticket-code';
  const name = `${tries}:${needs.keyRing.mac('unknown-name', typed.canonical)}`;
  const today = await countUse(needs.database, { name, window: days(1), atMost: codeTriesPerDay, now });
  if (!today.allowed) return { outcome: 'refused' };
  const asked = { canonical: typed.canonical, purpose, ticketId: typed.ticketId ?? null };
  const link = await takeTicketCodeTry(needs.database, asked, codeTries, now);
  const macs = needs.keyRing.macs('typed-code', typedBy(link?.requesterId ?? '', typed.code));
  if (!link || !macs.includes(link.codeMac)) return { outcome: 'refused' };
  const fresh = needs.secrets.issue();
  const done = await exchangeTicketLink(needs.database, link, fresh.hash, now);
  return done ? { outcome: 'exchanged', secret: fresh.plain } : { outcome: 'refused' };
}

/** People type codes with spaces and dashes. */
const typedBy = (requester: string, code: string): string =>
  `ticket:${requester}:${code
    .normalize('NFKC')
    .replace(/[\s\p{Pd}.]/gu, '')
    .slice(0, 20)}`;
