import { type Account, findAccount, languageOf } from '../../identity/index.ts';
import type { Clock } from '../../kernel/clock.ts';
import { after, days } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { SendEmail } from '../../notifications/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { countUse } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { AccessRequest, RefusalReason } from '../access-request.ts';
import type { Organisation } from '../places/organisation.ts';
import { accessApprovedEmail, requestLapsedEmail, requestRefusedEmail } from './access-requests.email.tsx';
import { accessRequestsWords } from './access-requests.words.ts';

export interface TellRequesterNeeds {
  clock: Clock;
  keyRing: KeyRing;
  origin: string;
  sendEmail: SendEmail;
  settings: Settings;
}

type Requester = Pick<AccessRequest, 'accountId' | 'fullName' | 'email' | 'emailCanonical' | 'language'>;

export async function tellApproved(
  needs: TellRequesterNeeds,
  tx: Tx,
  organisation: Organisation,
  account: Account,
): Promise<void> {
  const language = languageOf(account, needs.settings);
  const facts = { organisation, name: account.fullName, origin: needs.origin };
  const message = accessApprovedEmail(facts, wordsIn(accessRequestsWords, language));
  const reader = { to: account.email, language, accountId: account.id };
  await send(needs, tx, organisation, { kind: 'access-approved', message, ...reader });
}

/** Without a reason where the administrator wants none told; never by whom. */
export async function tellRefused(
  needs: TellRequesterNeeds,
  tx: Tx,
  organisation: Organisation,
  requester: Requester,
  reason: RefusalReason | undefined,
): Promise<void> {
  const reader = await findReader(needs, tx, requester);
  if (!reader) return;
  const facts = { organisation, name: reader.name, reason, support: needs.settings.support };
  const message = requestRefusedEmail(facts, wordsIn(accessRequestsWords, reader.language));
  await send(needs, tx, organisation, { kind: 'access-refused', message, ...reader });
}

export async function tellLapsed(
  needs: TellRequesterNeeds,
  tx: Tx,
  organisation: Organisation,
  requester: Requester,
): Promise<void> {
  const reader = await findReader(needs, tx, requester);
  if (!reader) return;
  const { origin, settings } = needs;
  const facts = { organisation, name: reader.name, origin, support: settings.support };
  const message = requestLapsedEmail(facts, wordsIn(accessRequestsWords, reader.language));
  await send(needs, tx, organisation, { kind: 'access-lapsed', message, ...reader });
}

interface Reader {
  name: string;
  to: string;
  language: Language;
  accountId?: AccountId;
}

/** Anybody could have typed an address: however often they do, its owner hears no more often than this a day. */
const answersPerAddress = 5;

/** Who asked while logged in is written to where they are now; not at all once they cannot log in. */
async function findReader(
  needs: TellRequesterNeeds,
  tx: Tx,
  { accountId, ...typed }: Requester,
): Promise<Reader | undefined> {
  if (accountId) {
    const account = await findAccount(tx, accountId);
    if (account?.state !== 'active') return undefined;
    const language = languageOf(account, needs.settings);
    return { name: account.fullName, to: account.email, language, accountId };
  }
  const name = `access-answered:${needs.keyRing.mac('unknown-name', typed.emailCanonical)}`;
  const use = await countUse(tx, {
    name,
    window: days(1),
    atMost: answersPerAddress,
    now: needs.clock.now(),
  });
  return use.allowed
    ? { name: typed.fullName, to: typed.email, language: typed.language as Language }
    : undefined;
}

const send = (
  needs: TellRequesterNeeds,
  tx: Tx,
  organisation: Organisation,
  { name: _, ...email }: Omit<Parameters<SendEmail>[1], 'organisationId' | 'expiresAt'> & { name?: string },
) =>
  needs.sendEmail(tx, {
    ...email,
    organisationId: organisation.parentId ?? organisation.id,
    expiresAt: after(needs.clock.now(), days(3)),
  });
