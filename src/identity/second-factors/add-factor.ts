import { after, before } from '../../kernel/duration.ts';
import { NotFound } from '../../kernel/endings.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { PhoneNumber } from '../../kernel/phone-number.ts';
import type { Tx } from '../../platform/database/database.ts';
import { markAttemptProven } from '../log-in-attempts/log-in-attempt.store.ts';
import type { Asker } from './asker.ts';
import {
  type FactorColumns,
  insertFactor,
  insertRecoveryCodes,
  preferFactor,
  removeFactor,
  wasOneRemoved,
} from './change-factor.store.ts';
import type { Factor, FactorId } from './factor.ts';
import { freeName } from './factor-name.ts';
import { canProve } from './factor-policy.ts';
import { holdFactors, type NotHeld } from './hold-factors.ts';
import { offeredMethods } from './offered-methods.ts';
import { recoveryCodeMac } from './recovery-codes.ts';
import { sealSecret } from './sealed-secret.ts';
import { type FactorChange, type SettleChangeNeeds, settleChange } from './settle-change.ts';

export type AddFactorNeeds = SettleChangeNeeds & { keyRing: KeyRing };

/** A factor whose owner has just proven that they hold it. */
export type NewFactor =
  | { kind: 'authenticator'; name: string; secret: Uint8Array; lastStep: number }
  | { kind: 'text'; phone: PhoneNumber; replaces?: FactorId }
  | { kind: 'email' }
  | { kind: 'recovery-codes'; key: Uint8Array; codes: readonly string[] }
  | {
      kind: 'passkey';
      name: string;
      /** Base64url, as browsers give it. */
      credentialId: string;
      publicKey: Uint8Array;
      signCount: number;
      transports: readonly string[];
      isBackedUp: boolean;
    };

export type AddFactorOutcome =
  /** `token`: what a session goes on under; give it to the browser. */
  | { outcome: 'added'; id: FactorId; token: string | undefined }
  /** There is no room for another of its kind. */
  | { outcome: 'too-many' }
  /** The number, or the passkey, is there already. */
  | { outcome: 'there-already' }
  | NotHeld;

const mostOfAKind = 5;

/** Adds a second factor, and tells its owner on every channel. New recovery codes take the place of the old. */
export async function addFactor(
  needs: AddFactorNeeds,
  tx: Tx,
  asker: Asker,
  factor: NewFactor,
): Promise<AddFactorOutcome> {
  const held = await holdFactors(needs, tx, asker);
  if (held.outcome !== 'held') return held;
  const { account, factors, since } = held;
  if (!offeredMethods(needs.settings.secondFactor, factors).includes(factor.kind))
    throw new NotFound('a way to get security codes that is not offered');
  if (isThereAlready(factors, factor)) return { outcome: 'there-already' };
  const replaced = factors.filter((one) => isReplacedBy(one, factor));
  const others = factors.filter((one) => !replaced.includes(one));
  if (others.filter(({ kind }) => kind === factor.kind).length >= mostOfAKind) return { outcome: 'too-many' };
  const now = needs.clock.now();
  for (const { id } of replaced) await removeFactor(tx, id, now);
  const name = 'name' in factor ? freeName(factor.name, factor.kind, others) : '';
  const isFirst = !factors.some(canProve);
  const id = await insert(needs, tx, asker, { factor, name, isFirst });
  if (!id) return { outcome: 'there-already' };
  if (replaced.some(({ isPreferred }) => isPreferred))
    await preferFactor(tx, asker.accountId, asker.realm, id);
  if (asker.via.in === 'log-in' && isFirst) await markAttemptProven(tx, asker.via.attempt.id, id, now);
  const change = { what: whatOf(factor, replaced), kind: factor.kind, id, name };
  const token = await settleChange(needs, tx, asker, { ...change, account, before: factors, since });
  return { outcome: 'added', id, token };
}

const isThereAlready = (factors: readonly Factor[], added: NewFactor): boolean =>
  factors.some(
    ({ kind, phoneDialled }) =>
      kind === added.kind &&
      (added.kind === 'email' || (added.kind === 'text' && phoneDialled === added.phone.e164)),
  );

const isReplacedBy = ({ id, kind }: Factor, added: NewFactor): boolean =>
  kind === added.kind &&
  (added.kind === 'recovery-codes' || (added.kind === 'text' && id === added.replaces));

function whatOf(added: NewFactor, replaced: readonly Factor[]): FactorChange['what'] {
  if (added.kind === 'recovery-codes') return 'codes-made';
  return replaced.length > 0 ? 'number-changed' : 'added';
}

async function insert(
  { ids, keyRing, clock, settings }: AddFactorNeeds,
  tx: Tx,
  { accountId, realm }: Asker,
  { factor, name, isFirst }: { factor: NewFactor; name: string; isFirst: boolean },
): Promise<FactorId | undefined> {
  const id: FactorId = ids.next<'factor'>();
  const now = clock.now();
  const { newNumberWaits } = settings.secondFactor;
  const isTrustedLater =
    factor.kind === 'text' &&
    // Removing the others first must not be a way round the wait.
    (!isFirst || (await wasOneRemoved(tx, accountId, realm, before(now, newNumberWaits))));
  const trustedFrom = isTrustedLater ? after(now, newNumberWaits) : now;
  const row = { id, accountId, realm, kind: factor.kind, name, now, trustedFrom };
  if (!(await insertFactor(tx, row, columnsOf(keyRing, id, factor)))) return undefined;
  if (factor.kind === 'recovery-codes')
    await insertRecoveryCodes(
      tx,
      id,
      factor.codes.map((code) => recoveryCodeMac(factor.key, code)),
    );
  return id;
}

export function columnsOf(keyRing: KeyRing, id: FactorId, factor: NewFactor): FactorColumns {
  switch (factor.kind) {
    case 'authenticator':
      return { sealed_secret: sealSecret(keyRing, id, factor.secret), last_step: factor.lastStep };
    case 'recovery-codes':
      return { sealed_secret: sealSecret(keyRing, id, factor.key) };
    case 'text':
      return { phone: factor.phone.typed, phone_dialled: factor.phone.e164 };
    case 'email':
      return {};
    case 'passkey':
      return {
        credential_id: factor.credentialId,
        public_key: Buffer.from(factor.publicKey),
        sign_count: factor.signCount,
        transports: [...factor.transports],
        is_backed_up: factor.isBackedUp,
      };
  }
}
