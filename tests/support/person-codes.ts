import { randomBytes } from 'node:crypto';
import type { Needs } from '../../src/composition/needs.ts';
import { authenticatorSecretLength, codeAt } from '../../src/identity/index.ts';
import type { NewFactor } from '../../src/identity/second-factors/add-factor.ts';
import { drawRecoveryCodes, recoveryKeyLength } from '../../src/identity/second-factors/recovery-codes.ts';
import { seconds } from '../../src/kernel/duration.ts';
import { readPhoneNumber } from '../../src/kernel/phone-number.ts';
import type { StoppedClock } from './portal.ts';

export type HeldFactor = 'authenticator' | 'text' | 'recovery-codes' | 'email';

/** What a person has in hand to get security codes with. */
export interface PersonCodes {
  /** What the authenticator app shows; the clock goes on by itself to one that was not given before. */
  authenticator(): string;
  /** Each once. */
  recovery: string[];
  /** As it is dialled, which is where texts go. */
  number: string;
}

const step = seconds(30);
let people = 0;

/** The factors to add, and the codes that go with them. */
export function personCodes(
  { secrets }: Pick<Needs, 'secrets'>,
  clock: StoppedClock,
  held: readonly HeldFactor[],
): { codes: PersonCodes; factors: NewFactor[] } {
  const secret = randomBytes(authenticatorSecretLength);
  const recovery = drawRecoveryCodes(secrets);
  people += 1;
  const phone = readPhoneNumber(`07700 900${String(people % 1000).padStart(3, '0')}`);
  if (!phone) throw new Error('no number for a test person');
  const factors: Record<HeldFactor, NewFactor> = {
    authenticator: { kind: 'authenticator', name: '', secret, lastStep: 0 },
    text: { kind: 'text', phone },
    'recovery-codes': { kind: 'recovery-codes', key: randomBytes(recoveryKeyLength), codes: recovery },
    email: { kind: 'email' },
  };
  return {
    codes: { authenticator: authenticatorOf(secret, clock), recovery: [...recovery], number: phone.e164 },
    factors: held.map((kind) => factors[kind]),
  };
}

/** An authenticator app with this key. */
export function authenticatorOf(secret: Uint8Array, clock: StoppedClock): () => string {
  let given = '';
  return () => {
    while (codeAt(secret, clock.now()) === given) clock.advance(step);
    given = codeAt(secret, clock.now());
    return given;
  };
}
