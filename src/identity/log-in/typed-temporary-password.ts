import type { Audit } from '../../audit/index.ts';
import type { Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import {
  exchangeTemporaryPassword,
  lookForTemporaryPassword,
  sendsTemporaryPassword,
  type TypedTemporaryPassword,
} from '../access-links/temporary-password.ts';
import { lockAccount } from '../account.store.ts';
import type { Credential } from '../account.ts';

interface TemporaryPasswordNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
  keyRing: KeyRing;
  secrets: Secrets;
  settings: Pick<Settings, 'recovery'>;
}

/** Why a temporary password that was right once does not work now. */
export type PastState = 'used' | 'replaced' | 'expired';

export type TemporaryPasswordOutcome =
  /** No session: the secret leads to choosing a new password, and only that ends the old one. */
  | { outcome: 'temporary-password'; secret: string }
  | { outcome: 'past-temporary-password'; state: PastState }
  | { outcome: 'deactivated' };

/** Looked for in the place of an unknown name's account, so that the same question is asked. */
const nobody = '00000000-0000-7000-8000-000000000000' as Credential['accountId'];

/** What was typed as a password, if it was sent as a temporary one. Where links are sent, nothing is asked. */
export async function readTemporaryPassword(
  needs: TemporaryPasswordNeeds,
  { realm, password }: { realm: Realm; password: string },
  credential: Credential | undefined,
): Promise<TypedTemporaryPassword | undefined> {
  if (!sendsTemporaryPassword(needs.settings, realm)) return undefined;
  const account = credential?.accountId ?? nobody;
  return lookForTemporaryPassword(needs, needs.database, { account, realm, password });
}

/** Works while password entry is closed: nobody guesses 58 bits, and the owner has shown that the mailbox is theirs. */
export async function useTemporaryPassword(
  needs: TemporaryPasswordNeeds,
  { accountId }: Credential,
  typed: TypedTemporaryPassword | undefined,
): Promise<TemporaryPasswordOutcome | undefined> {
  if (typed?.state !== 'live') return undefined;
  return inTransaction(needs.database, async (tx) => {
    if ((await lockAccount(tx, accountId))?.state !== 'active') return { outcome: 'deactivated' };
    const secret = await exchangeTemporaryPassword(needs, tx, typed.linkId);
    if (!secret) return { outcome: 'past-temporary-password', state: 'replaced' };
    await needs.audit.record(tx, { action: 'temporary-password-used', actor: 'owner', subject: accountId });
    return { outcome: 'temporary-password', secret };
  });
}

/** A past one, when it is not the password by now: it was no guess, so its owner is told and loses no try. */
export async function tellOfPastTemporaryPassword(
  needs: TemporaryPasswordNeeds,
  credential: Credential | undefined,
  typed: TypedTemporaryPassword | undefined,
): Promise<TemporaryPasswordOutcome | undefined> {
  if (!credential || !typed || typed.state === 'live') return undefined;
  const event = { action: 'temporary-password-past', actor: 'owner', subject: credential.accountId } as const;
  await inTransaction(needs.database, (tx) => needs.audit.record(tx, event));
  return { outcome: 'past-temporary-password', state: typed.state };
}
