import type { KeyRing } from '../kernel/key-ring.ts';
import type { Seal } from './seal.store.ts';
import { isSignedBy, sealKey } from './seal-key.ts';
import { hashOf, readStatement, type SealStatement } from './seal-statement.ts';
import { isPackOf } from './sealed-events.ts';

export interface SealFinding {
  found: 'seal-altered' | 'seal-missing' | 'seal-inserted' | 'seal-of-unknown-key' | 'seal-not-as-kept';
  number: number;
}

/** How far the chain was followed, and what the next seal must fit. */
export interface ChainLink {
  number: number;
  /** The position of the last event sealed so far. */
  last: number | undefined;
  events: number;
  hash: string | null;
  /** The newest seal so far that a key of this ring signed; it vouches for all before it. */
  vouchedUpTo: number;
  /** One public key for each version, from its first seal on. */
  publicKeys: ReadonlyMap<number, string>;
}

export const startOfChain: ChainLink = {
  number: 0,
  last: undefined,
  events: 0,
  hash: null,
  vouchedUpTo: 0,
  publicKeys: new Map(),
};

/** The chain with this seal in it, or what is wrong with it. */
export function checkSeal(
  keyRing: KeyRing,
  link: ChainLink,
  seal: Seal,
): ChainLink | { finding: SealFinding } {
  const expected = link.number + 1;
  if (seal.number > expected) return { finding: { found: 'seal-missing', number: expected } };
  if (seal.number < expected) return { finding: { found: 'seal-inserted', number: seal.number } };
  const statement = readStatement(seal.statement);
  if (!statement || !fits(link, statement, seal))
    return { finding: { found: 'seal-altered', number: seal.number } };
  const signer = signerOf(keyRing, link, statement);
  if (signer === 'forger') return { finding: { found: 'seal-of-unknown-key', number: seal.number } };
  return {
    number: seal.number,
    last: statement.last,
    events: link.events + statement.events,
    hash: hashOf(seal.statement),
    vouchedUpTo: signer === 'of-this-ring' ? seal.number : link.vouchedUpTo,
    publicKeys: new Map(link.publicKeys).set(statement.keyVersion, statement.publicKey),
  };
}

const fits = (link: ChainLink, statement: SealStatement, seal: Seal): boolean =>
  statement.number === seal.number &&
  statement.previous === link.hash &&
  statement.digest === hashOf(seal.events) &&
  isPackOf(seal.events, statement) &&
  isSignedBy(statement.publicKey, seal.statement, seal.signature);

/** A key that left the ring was in use before those that are in it, and was always the same. */
function signerOf(
  keyRing: KeyRing,
  { publicKeys, vouchedUpTo }: ChainLink,
  { keyVersion, publicKey }: SealStatement,
): 'of-this-ring' | 'of-the-past' | 'forger' {
  const own = sealKey(keyRing, keyVersion);
  if (own) return own.publicKey === publicKey ? 'of-this-ring' : 'forger';
  const earlier = publicKeys.get(keyVersion);
  if (earlier ? earlier !== publicKey : vouchedUpTo > 0) return 'forger';
  return 'of-the-past';
}
