import type { Clock } from '../../kernel/clock.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { countWrongTry, limitTries } from '../lockout/network-limit.ts';
import { findPasskey } from './passkey.store.ts';
import { type Passkey, relyingPartyId, userHandleOf } from './passkey.ts';
import { type Assertion, readAssertion } from './passkey-answer.ts';
import { type ChallengeUse, takeChallenge } from './passkey-challenge.ts';
import type { PasskeyAnswer } from './passkey-exchange.ts';
import { webauthn } from './webauthn.ts';

export interface CheckAssertionNeeds {
  clock: Clock;
  database: Database;
  keyRing: KeyRing;
  origin: string;
  settings: Pick<Settings, 'lockout'>;
}

/** A passkey that answered rightly. Its counter is not looked at yet. */
export interface CheckedPasskey {
  passkey: Passkey;
  signCount: number;
  isBackedUp: boolean;
  /** Its owner unlocked it, with a PIN, a finger or a face. */
  isOwnerVerified: boolean;
}

export type CheckAssertionOutcome =
  | ({ outcome: 'right' } & CheckedPasskey)
  /** Not ours, not theirs, or not asked for here. */
  | { outcome: 'refused' }
  /** Asked too long ago, in another tab, or answered before. */
  | { outcome: 'too-late' };

/** Checks what a browser's passkey answered; what is wrong counts against its network. */
export async function checkAssertion(
  needs: CheckAssertionNeeds,
  given: PasskeyAnswer,
  use: ChallengeUse,
): Promise<CheckAssertionOutcome> {
  const { database } = needs;
  await limitTries(needs, database, given.clientNetwork);
  const challenge = await takeChallenge(needs, given.challenge, use);
  if (!challenge) return { outcome: 'too-late' };
  const assertion = readAssertion(given.answer);
  const passkey = assertion && (await findPasskey(database, assertion.id, use.realm));
  const checked = passkey && (await verify(needs, assertion, challenge, passkey));
  if (checked) return { outcome: 'right', ...checked };
  await inTransaction(database, (tx) => countWrongTry(needs, tx, given.clientNetwork));
  return { outcome: 'refused' };
}

/** The library throws whatever is wrong; all of it is an answer that nobody should have given. */
async function verify(
  { origin }: CheckAssertionNeeds,
  response: Assertion,
  expectedChallenge: string,
  passkey: Passkey,
): Promise<CheckedPasskey | undefined> {
  if (!isFromOwnPage(response) || !isOwnHandle(response, passkey)) return undefined;
  const { verifyAuthenticationResponse } = await webauthn();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: relyingPartyId(origin),
      // Looked at later, while the account is held, and only once the signature is known to be right.
      credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: 0 },
      requireUserVerification: false,
    });
    const { newCounter: signCount, credentialBackedUp, userVerified } = authenticationInfo;
    if (!verified) return undefined;
    return { passkey, signCount, isBackedUp: credentialBackedUp, isOwnerVerified: userVerified };
  } catch {
    return undefined;
  }
}

/** Our pages stand in nobody's frame, so an answer given in one is a trick. */
function isFromOwnPage({ response }: Assertion): boolean {
  try {
    return JSON.parse(Buffer.from(response.clientDataJSON, 'base64url').toString()).crossOrigin !== true;
  } catch {
    return false;
  }
}

const isOwnHandle = ({ response }: Assertion, { accountId, realm }: Passkey): boolean =>
  response.userHandle === undefined ||
  response.userHandle === Buffer.from(userHandleOf(accountId, realm)).toString('base64url');
