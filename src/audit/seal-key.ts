import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { KeyRing } from '../kernel/key-ring.ts';

/** What stands before the 32 bytes of an Ed25519 key in its DER forms (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export interface SealKey {
  version: number;
  /** 32 bytes in base64url: what an outsider needs to check a seal. */
  publicKey: string;
  sign(statement: string): Buffer;
}

/** The key that signs for one version of the root key; undefined when this ring does not hold it. */
export function sealKey(keyRing: KeyRing, version: number): SealKey | undefined {
  const seed = keyRing.seed('audit-seal', version);
  if (!seed) return undefined;
  const privateKey = createPrivateKey({
    key: Buffer.concat([privatePrefix, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    version,
    publicKey: publicPart(privateKey),
    sign: (statement) => sign(null, Buffer.from(statement), privateKey),
  };
}

const publicPart = (privateKey: KeyObject): string =>
  createPublicKey(privateKey)
    .export({ format: 'der', type: 'spki' })
    .subarray(publicPrefix.length)
    .toString('base64url');

export function isSignedBy(publicKey: string, statement: string, signature: Buffer): boolean {
  const key = Buffer.concat([publicPrefix, Buffer.from(publicKey, 'base64url')]);
  const made = createPublicKey({ key, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(statement), made, signature);
}
