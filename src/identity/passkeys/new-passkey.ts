import { algorithms, type PasskeyOwner } from './ask-for-passkey.ts';
import type { CheckAssertionNeeds } from './check-assertion.ts';
import { relyingPartyId } from './passkey.ts';
import { type Attestation, readAttestation } from './passkey-answer.ts';
import { takeChallenge } from './passkey-challenge.ts';
import type { PasskeyAnswer } from './passkey-exchange.ts';
import { webauthn } from './webauthn.ts';

/** What is kept of a new passkey; its private half never leaves its owner. */
export interface NewPasskey {
  credentialId: string;
  publicKey: Buffer;
  signCount: number;
  transports: string[];
  isBackedUp: boolean;
}

export type NewPasskeyOutcome =
  | { outcome: 'made'; passkey: NewPasskey; isOwnerVerified: boolean }
  | { outcome: 'refused' | 'too-late' };

/** Reads what a browser answered when a passkey was created in this session or waiting log in. */
export async function readNewPasskey(
  needs: CheckAssertionNeeds,
  given: PasskeyAnswer & PasskeyOwner,
): Promise<NewPasskeyOutcome> {
  const { realm, boundTo } = given;
  const challenge = await takeChallenge(needs, given.challenge, { purpose: 'add', realm, boundTo });
  if (!challenge) return { outcome: 'too-late' };
  const attestation = readAttestation(given.answer);
  return (attestation && (await verify(needs, attestation, challenge))) ?? { outcome: 'refused' };
}

/** No attestation is asked for, so nothing is believed about the maker; the library throws whatever is wrong. */
async function verify(
  { origin }: CheckAssertionNeeds,
  response: Attestation,
  expectedChallenge: string,
): Promise<NewPasskeyOutcome | undefined> {
  const { verifyRegistrationResponse } = await webauthn();
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: relyingPartyId(origin),
      supportedAlgorithmIDs: algorithms,
      requireUserVerification: false,
    });
    if (!verified || !registrationInfo) return undefined;
    const { credential, credentialBackedUp, userVerified } = registrationInfo;
    const passkey = {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      signCount: credential.counter,
      transports: response.response.transports ?? [],
      isBackedUp: credentialBackedUp,
    };
    return { outcome: 'made', passkey, isOwnerVerified: userVerified };
  } catch {
    return undefined;
  }
}
