import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** Why a key is used; each purpose has a key of its own, derived with HKDF (RFC 5869). */
export type KeyPurpose =
  | 'outbox'
  | 'data-rights'
  | 'people-file'
  | 'file'
  | 'upload'
  | 'person'
  | 'typed-code'
  | 'factor'
  | 'passkey-challenge'
  | 'unknown-name'
  | 'csrf'
  | 'client-address'
  | 'form-state'
  | 'marker'
  | 'proof-of-work'
  | 'audit-seal';

/** Root keys by version. The newest seals; every version still opens what it sealed. */
export interface KeyRing {
  readonly newest: number;
  /** AES-256-GCM; the version travels in front. `context` must be the same to open, so a value cannot be moved. */
  seal(purpose: KeyPurpose, plain: Uint8Array | string, context: string): Buffer;
  /** Throws when the value was altered, moved, or sealed under a key this ring does not hold. */
  open(purpose: KeyPurpose, sealed: Uint8Array, context: string): Buffer;
  /** A keyed hash for low-entropy values such as typed codes and unknown names, as `version.hash`. */
  mac(purpose: KeyPurpose, text: string): string;
  /** Every mac the text may have been stored under, newest first. */
  macs(purpose: KeyPurpose, text: string): string[];
  /** 32 bytes that only holders of this root key can derive; undefined for a version this ring does not hold. */
  seed(purpose: KeyPurpose, version: number): Buffer | undefined;
}

const derive = (root: Uint8Array, purpose: KeyPurpose): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', root, 'gatehouse', purpose, 32)));

export function createKeyRing(roots: ReadonlyMap<number, Uint8Array>): KeyRing {
  const newest = Math.max(...roots.keys());
  const derived = new Map<string, KeyObject>();
  const key = (version: number, purpose: KeyPurpose): KeyObject => {
    const name = `${version}:${purpose}`;
    const known = derived.get(name);
    if (known) return known;
    const root = roots.get(version);
    if (!root) throw new Error(`the key ring holds no root key of version ${version}`);
    const fresh = derive(root, purpose);
    derived.set(name, fresh);
    return fresh;
  };
  const macWith = (version: number, purpose: KeyPurpose, text: string): string =>
    `${version}.${createHmac('sha256', key(version, purpose)).update(text).digest('base64url')}`;

  return {
    newest,
    seal: (purpose, plain, context) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key(newest, purpose), nonce);
      cipher.setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      const version = Buffer.alloc(4);
      version.writeUInt32BE(newest);
      return Buffer.concat([version, nonce, cipher.getAuthTag(), body]);
    },
    open: (purpose, sealed, context) => {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv(
        'aes-256-gcm',
        key(bytes.readUInt32BE(0), purpose),
        bytes.subarray(4, 16),
      );
      decipher.setAAD(Buffer.from(context));
      decipher.setAuthTag(bytes.subarray(16, 32));
      return Buffer.concat([decipher.update(bytes.subarray(32)), decipher.final()]);
    },
    mac: (purpose, text) => macWith(newest, purpose, text),
    macs: (purpose, text) =>
      [...roots.keys()].sort((a, b) => b - a).map((version) => macWith(version, purpose, text)),
    seed: (purpose, version) => (roots.has(version) ? key(version, purpose).export() : undefined),
  };
}

/** Reads `1:BASE64,2:BASE64` or a bare base64 key of 32 bytes (version 1). */
export function readRootKeys(text: string): Map<number, Uint8Array> {
  const entries = text.split(',').map((part): [number, Buffer] => {
    const [version, encoded] = part.includes(':') ? (part.split(':') as [string, string]) : ['1', part];
    return [Number(version), Buffer.from(encoded.trim(), 'base64')];
  });
  for (const [version, bytes] of entries) {
    if (!Number.isInteger(version) || version < 1)
      throw new Error('each root key starts with its version, like 1:…');
    if (bytes.length !== 32)
      throw new Error(`root key ${version} is ${bytes.length} bytes long; it must be 32 bytes in base64`);
  }
  return new Map(entries);
}
