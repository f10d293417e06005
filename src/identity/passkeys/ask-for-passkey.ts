import type {
  AuthenticatorTransport,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { wordsIn } from '../../kernel/words.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findAccount } from '../account.store.ts';
import { languageOf } from '../account.ts';
import { listPasskeys } from './passkey.store.ts';
import { type Passkey, relyingPartyId, userHandleOf } from './passkey.ts';
import { challengeLife, issueChallenge } from './passkey-challenge.ts';
import { passkeysWords } from './passkeys.words.ts';
import { webauthn } from './webauthn.ts';

export interface AskForPasskeyNeeds {
  clock: Clock;
  database: Database;
  keyRing: KeyRing;
  origin: string;
  secrets: Secrets;
  settings: Settings;
}

/** Whose passkey, and the session or waiting log in that it is asked in. */
export interface PasskeyOwner {
  accountId: AccountId;
  realm: Realm;
  boundTo: string;
}

/** What the browser asks its passkeys, and the challenge as it brings it back. */
export interface AskedPasskey {
  options: PublicKeyCredentialRequestOptionsJSON | PublicKeyCredentialCreationOptionsJSON;
  sealed: string;
}

/** Ed25519, ES256 and RS256: every authenticator has one of them. */
export const algorithms = [-8, -7, -257];

/** Asks for one of the account's own passkeys, beside a password. */
export async function askForPasskey(needs: AskForPasskeyNeeds, owner: PasskeyOwner): Promise<AskedPasskey> {
  const challenge = issueChallenge(needs, { purpose: 'prove', ...owner });
  const own = await listPasskeys(needs.database, owner.accountId, owner.realm);
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    ...shared(needs),
    challenge: challenge.plain,
    allowCredentials: own.map(described),
    userVerification: 'preferred',
  });
  return { options, sealed: challenge.sealed };
}

/** Asks for any passkey of this portal, in the place of a name and password: its owner must unlock it. */
export async function askAnyPasskey(needs: AskForPasskeyNeeds, realm: Realm): Promise<AskedPasskey> {
  const challenge = issueChallenge(needs, { purpose: 'log-in', realm, boundTo: undefined });
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    ...shared(needs),
    challenge: challenge.plain,
    userVerification: 'required',
  });
  return { options, sealed: challenge.sealed };
}

/** Asks for a new one; whoever holds one for this account already is not asked for a second. */
export async function askNewPasskey(needs: AskForPasskeyNeeds, owner: PasskeyOwner): Promise<AskedPasskey> {
  const { accountId, realm } = owner;
  const challenge = issueChallenge(needs, { purpose: 'add', ...owner });
  const account = await findAccount(needs.database, accountId);
  if (!account) throw new Error('an account vanished while a passkey was added');
  const words = wordsIn(passkeysWords, languageOf(account, needs.settings));
  const own = await listPasskeys(needs.database, accountId, realm);
  const { rpID, timeout } = shared(needs);
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpID,
    timeout,
    rpName: needs.settings.service.name,
    userID: userHandleOf(accountId, realm),
    userName: realm === 'support' ? words.staffName(account.email) : account.email,
    userDisplayName: account.fullName,
    challenge: challenge.plain,
    excludeCredentials: own.map(described),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  return { options, sealed: challenge.sealed };
}

const shared = ({ origin }: AskForPasskeyNeeds) => ({ rpID: relyingPartyId(origin), timeout: challengeLife });

const described = ({ credentialId, transports }: Passkey) => ({
  id: credentialId,
  ...(transports && { transports: transports as AuthenticatorTransport[] }),
});
