import { after, minutes } from '../../kernel/duration.ts';
import { NotFound } from '../../kernel/endings.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { PhoneNumber } from '../../kernel/phone-number.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import type { Asker } from '../second-factors/asker.ts';
import { authenticatorSecretLength } from '../second-factors/authenticator.ts';
import type { FactorId } from '../second-factors/factor.ts';
import { type HoldNeeds, holdFactors, type NotHeld } from '../second-factors/hold-factors.ts';
import { offeredMethods } from '../second-factors/offered-methods.ts';
import { drawRecoveryCodes } from '../second-factors/recovery-codes.ts';
import { openSecret, sealSecret } from '../second-factors/sealed-secret.ts';
import { findSetUp, putSetUp, type SetUp, type SetUpId } from './set-up.store.ts';

export type BeginSetUpNeeds = HoldNeeds & {
  database: Database;
  ids: Ids;
  keyRing: KeyRing;
  secrets: Secrets;
};

export type Wanted =
  | { kind: 'authenticator' | 'email' | 'recovery-codes' }
  | { kind: 'text'; phone: PhoneNumber; replaces?: FactorId };

/** Long enough to find, install and open an app. */
const setUpLife = minutes(30);

/** Begins a set-up, or goes on with the one that was begun: its key and its codes are made once. */
export const beginSetUp = (
  needs: BeginSetUpNeeds,
  asker: Asker,
  wanted: Wanted,
): Promise<{ outcome: 'begun'; setUp: SetUp } | NotHeld> =>
  inTransaction(needs.database, async (tx) => {
    const held = await holdFactors(needs, tx, asker);
    if (held.outcome !== 'held') return held;
    if (!offeredMethods(needs.settings.secondFactor, held.factors).includes(wanted.kind))
      throw new NotFound('a way to get security codes that is not offered');
    const now = needs.clock.now();
    const { accountId, realm, boundTo } = asker;
    const begun = await findSetUp(tx, { boundTo, kind: wanted.kind, now });
    if (begun && isSame(begun, wanted)) return { outcome: 'begun', setUp: begun };
    const setUp = draw(needs, wanted);
    await putSetUp(tx, { ...setUp, accountId, realm, boundTo, now, expiresAt: after(now, setUpLife) });
    return { outcome: 'begun', setUp };
  });

const isSame = (begun: SetUp, wanted: Wanted): boolean =>
  wanted.kind !== 'text' ||
  (begun.phoneDialled === wanted.phone.e164 && begun.replaces === (wanted.replaces ?? null));

function draw({ ids, keyRing, secrets }: BeginSetUpNeeds, wanted: Wanted): SetUp {
  const id: SetUpId = ids.next<'factor-setup'>();
  const seal = (secret: Buffer) => sealSecret(keyRing, id, secret);
  const blank = {
    id,
    kind: wanted.kind,
    sealedSecret: null,
    phone: null,
    phoneDialled: null,
    replaces: null,
  };
  switch (wanted.kind) {
    case 'authenticator':
      return { ...blank, sealedSecret: seal(secrets.bytes(authenticatorSecretLength)) };
    case 'recovery-codes':
      return { ...blank, sealedSecret: seal(Buffer.from(drawRecoveryCodes(secrets).join('\n'))) };
    case 'text': {
      const { phone, replaces = null } = wanted;
      return { ...blank, phone: phone.typed, phoneDialled: phone.e164, replaces };
    }
    case 'email':
      return blank;
  }
}

/** What an app shares with us; shown until it is proven, and never again. */
export function secretOf({ keyRing }: { keyRing: KeyRing }, { id, sealedSecret }: SetUp): Buffer {
  if (!sealedSecret) throw new Error('this kind of set-up has no secret');
  return openSecret(keyRing, id, sealedSecret);
}

/** Recovery codes on the page, until their owner says that they are kept. */
export const codesOf = (needs: { keyRing: KeyRing }, setUp: SetUp): string[] =>
  secretOf(needs, setUp).toString().split('\n');
