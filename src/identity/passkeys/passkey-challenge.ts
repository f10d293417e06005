import { z } from 'zod';
import type { Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { after, minutes } from '../../kernel/duration.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import { hashOfSecret, type Secrets } from '../../kernel/secrets.ts';
import type { Database } from '../../platform/database/database.ts';
import { spendChallenge } from './passkey-challenge.store.ts';

/** Long enough to find a phone or a security key. */
export const challengeLife = minutes(5);

/** What a challenge was given for; an answer to one is worth nothing for another. */
export interface ChallengeUse {
  purpose: 'add' | 'prove' | 'log-in';
  realm: Realm;
  /** The session or waiting log in that asked; a whole log in has neither yet. */
  boundTo: string | undefined;
}

export interface IssuedChallenge {
  plain: Uint8Array<ArrayBuffer>;
  /** For the browser to bring back: no table remembers challenges that nobody answers. */
  sealed: string;
}

const sealedChallenge = z.object({ challenge: z.string(), expiresAt: z.number() });

const contextOf = ({ purpose, realm, boundTo }: ChallengeUse) => `${purpose}:${realm}:${boundTo ?? ''}`;

export function issueChallenge(
  { clock, keyRing, secrets }: { clock: Clock; keyRing: KeyRing; secrets: Secrets },
  use: ChallengeUse,
): IssuedChallenge {
  const plain = new Uint8Array(secrets.bytes(32));
  const challenge = Buffer.from(plain).toString('base64url');
  const expiresAt = after(clock.now(), challengeLife).getTime();
  const sealed = keyRing.seal('passkey-challenge', JSON.stringify({ challenge, expiresAt }), contextOf(use));
  return { plain, sealed: sealed.toString('base64url') };
}

/** The challenge that was given for this use, spent by asking; nothing when it is too old or was answered before. */
export async function takeChallenge(
  needs: { clock: Clock; database: Database; keyRing: KeyRing },
  sealed: string | undefined,
  use: ChallengeUse,
): Promise<string | undefined> {
  const found = sealed ? open(needs.keyRing, sealed, use) : undefined;
  if (!found || found.expiresAt <= needs.clock.now().getTime()) return undefined;
  const isFirst = await spendChallenge(
    needs.database,
    hashOfSecret(found.challenge),
    new Date(found.expiresAt),
  );
  return isFirst ? found.challenge : undefined;
}

function open(keyRing: KeyRing, sealed: string, use: ChallengeUse) {
  try {
    const opened = keyRing.open('passkey-challenge', Buffer.from(sealed, 'base64url'), contextOf(use));
    return sealedChallenge.parse(JSON.parse(opened.toString()));
  } catch {
    return undefined;
  }
}
