import type { Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { after, type Duration, days } from '../../kernel/duration.ts';
import type { AccountId, Id, Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { hashOfSecret, type Secrets } from '../../kernel/secrets.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { limitNetwork } from '../limit-network.ts';
import {
  addLink,
  type CodeOwner,
  exchangeLink,
  findLinkByHash,
  replaceLinks,
  takeCodeTry,
} from './access-link.store.ts';

export type LinkPurpose =
  | 'activate'
  | 'reset-password'
  | 'confirm-email'
  | 'stop-email-change'
  | 'not-me'
  | 'reopen-account';
export type AccessLinkId = Id<'access-link'>;
export type EmailChangeId = Id<'email-change'>;

/** Links that say "no" work until what they speak of is over, however many were sent. */
const allWork: readonly LinkPurpose[] = ['stop-email-change', 'not-me'];

export interface AccessLinkNeeds {
  clock: Clock;
  database: Database;
  ids: Ids;
  keyRing: KeyRing;
  secrets: Secrets;
  settings: Pick<Settings, 'recovery'>;
}

/** What the e-mail carries: the secret of the link, and a code to type where links cannot be followed. */
export interface IssuedLink {
  secret: string;
  code: string;
  expiresAt: Date;
}

const codeDigits = 8;

interface LinkToIssue {
  accountId: AccountId;
  purpose: LinkPurpose;
  realm: Realm;
  life: Duration;
  /** What is typed in the place of following the link; 8 digits unless given. */
  code?: string;
  emailChangeId?: EmailChangeId;
  /** When what it speaks of began, where that was before the link was made. */
  since?: Date | undefined;
}

/** Replaces any earlier link for the same purpose, so only the newest works, unless it is one that says "no". */
export async function issueLink(needs: AccessLinkNeeds, tx: Tx, link: LinkToIssue): Promise<IssuedLink> {
  const now = needs.clock.now();
  const id: AccessLinkId = needs.ids.next<'access-link'>();
  const secret = needs.secrets.issue();
  const code = link.code ?? needs.secrets.code(codeDigits);
  const expiresAt = after(now, link.life);
  if (!allWork.includes(link.purpose)) await replaceLinks(tx, link, now);
  await addLink(tx, {
    ...link,
    id,
    secretHash: secret.hash,
    codeMac: needs.keyRing.mac('typed-code', typedBy(link.accountId, code)),
    now: link.since ?? now,
    expiresAt,
  });
  return { secret: secret.plain, code, expiresAt };
}

export type LinkState = 'live' | 'used' | 'replaced' | 'expired' | 'unknown';

/** Looks at a link and changes nothing: mail scanners open links too. */
export async function readLink(needs: AccessLinkNeeds, secret: string, purpose: LinkPurpose) {
  const link = await findLinkByHash(needs.database, hashOfSecret(secret), purpose);
  return { link, state: stateOf(link, needs.clock.now()) };
}

type Dates = { usedAt: Date | null; replacedAt: Date | null; expiresAt: Date };

export function stateOf(link: Dates | undefined, now: Date): LinkState {
  if (!link) return 'unknown';
  if (link.usedAt) return 'used';
  if (link.replacedAt) return 'replaced';
  return link.expiresAt <= now ? 'expired' : 'live';
}

/**
 * Turns a typed code into the secret of the same link, once. Each call costs one of the link's tries and one of the
 * account's tries of the day, taken before the code is compared.
 */
export async function exchangeCode(
  needs: AccessLinkNeeds,
  { typed, clientNetwork, ...whose }: { typed: string; clientNetwork: string } & CodeOwner,
  purpose: LinkPurpose,
): Promise<{ outcome: 'exchanged'; secret: string } | { outcome: 'refused' }> {
  const now = needs.clock.now();
  await limitNetwork(needs, needs.database, 'code', clientNetwork);
  const { codeTries, codeTriesPerDay } = needs.settings.recovery;
  const name = `code:${needs.keyRing.mac('unknown-name', 'email' in whose ? whose.email : whose.accountId)}`;
  const today = await countUse(needs.database, { name, window: days(1), atMost: codeTriesPerDay, now });
  if (!today.allowed) return { outcome: 'refused' };
  const link = await takeCodeTry(needs.database, whose, purpose, codeTries, now);
  const macs = codeMacs(needs, link?.accountId ?? '', typed);
  if (!link || !macs.includes(link.codeMac)) return { outcome: 'refused' };
  const fresh = needs.secrets.issue();
  const done = await exchangeLink(needs.database, link, fresh.hash, now);
  return done ? { outcome: 'exchanged', secret: fresh.plain } : { outcome: 'refused' };
}

/** What a typed code may be stored as for an account, under every key of the ring. */
export const codeMacs = (needs: Pick<AccessLinkNeeds, 'keyRing'>, account: string, typed: string): string[] =>
  needs.keyRing.macs('typed-code', typedBy(account, typed));

/** People type codes with spaces and dashes, and in small letters. */
const typedBy = (account: string, typed: string): string =>
  `${account}:${typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}.]/gu, '')
    .toUpperCase()
    .slice(0, 20)}`;
