import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** What a page hands the browser: the options that the server sent. */
export interface Ceremony {
  challenge: string;
  rp?: { id?: string };
  rpId?: string;
  user?: { id: string };
  allowCredentials?: { id: string }[];
}

/** How an answer differs from an honest one. */
export interface Oddities {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  /** Whether the owner unlocked it; they did unless stated. */
  verified?: boolean;
  present?: boolean;
  crossOrigin?: boolean;
  /** The counter it tells; one more than before unless stated. */
  signCount?: number;
  userHandle?: string;
}

export interface SoftAuthenticator {
  readonly credentialId: string;
  /** What a browser answers to `navigator.credentials.create`, as the page posts it. */
  create(options: Ceremony, odd?: Oddities): string;
  /** And to `navigator.credentials.get`. */
  get(options: Ceremony, odd?: Oddities): string;
  /** One with the same key, as a thief makes it. */
  copy(): SoftAuthenticator;
}

interface Kept {
  credentialId: Buffer;
  privateKey: KeyObject;
  publicKey: KeyObject;
  signCount: number;
  userHandle: string | undefined;
}

const defaultOrigin = 'http://localhost:3000';

/** A passkey in software (WebAuthn 3, ES256): real keys, real signatures, and whatever is wrong when a test says so. */
export const softAuthenticator = ({ counts = true } = {}): SoftAuthenticator =>
  authenticator(
    {
      credentialId: randomBytes(32),
      ...generateKeyPairSync('ec', { namedCurve: 'P-256' }),
      signCount: 0,
      userHandle: undefined,
    },
    counts,
  );

function authenticator(kept: Kept, counts: boolean): SoftAuthenticator {
  const id = kept.credentialId.toString('base64url');
  const count = (odd: Oddities) => {
    kept.signCount = odd.signCount ?? (counts ? kept.signCount + 1 : 0);
    return kept.signCount;
  };
  return {
    credentialId: id,
    create: (options, odd = {}) => {
      kept.userHandle = options.user?.id;
      const authData = authenticatorData(odd.rpId ?? options.rp?.id ?? '', odd, count(odd), attested(kept));
      const attestationObject = cborMap([
        [cborText('fmt'), cborText('none')],
        [cborText('attStmt'), cborMap([])],
        [cborText('authData'), cborBytes(authData)],
      ]);
      return answer(id, {
        clientDataJSON: clientData('webauthn.create', options, odd).toString('base64url'),
        attestationObject: attestationObject.toString('base64url'),
        transports: ['internal'],
      });
    },
    get: (options, odd = {}) => {
      const authData = authenticatorData(odd.rpId ?? options.rpId ?? '', odd, count(odd));
      const client = clientData('webauthn.get', options, odd);
      const signed = Buffer.concat([authData, createHash('sha256').update(client).digest()]);
      return answer(id, {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, kept.privateKey).toString('base64url'),
        userHandle: odd.userHandle ?? kept.userHandle,
      });
    },
    copy: () => authenticator({ ...kept }, counts),
  };
}

const answer = (id: string, response: object): string =>
  JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} });

const clientData = (type: string, options: Ceremony, odd: Oddities): Buffer =>
  Buffer.from(
    JSON.stringify({
      type: odd.type ?? type,
      challenge: odd.challenge ?? options.challenge,
      origin: odd.origin ?? defaultOrigin,
      crossOrigin: odd.crossOrigin ?? false,
    }),
  );

/** WebAuthn 6.1: whose, which flags, how often used, and for a new one its key. */
function authenticatorData(rpId: string, odd: Oddities, signCount: number, credential?: Buffer): Buffer {
  const flags = ((odd.present ?? true) ? 1 : 0) | ((odd.verified ?? true) ? 4 : 0) | (credential ? 0x40 : 0);
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(signCount);
  const rpIdHash = createHash('sha256').update(rpId).digest();
  return Buffer.concat([rpIdHash, Buffer.from([flags]), counter, credential ?? Buffer.alloc(0)]);
}

function attested({ credentialId, publicKey }: Kept): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(credentialId.length);
  return Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey(publicKey)]);
}

/** RFC 9053 2.1: an ES256 key on P-256. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return cborMap([
    [cborInt(1), cborInt(2)],
    [cborInt(3), cborInt(-7)],
    [cborInt(-1), cborInt(1)],
    [cborInt(-2), cborBytes(Buffer.from(x, 'base64url'))],
    [cborInt(-3), cborBytes(Buffer.from(y, 'base64url'))],
  ]);
}

/** RFC 8949, as little of it as an attestation holds. */
const cborHead = (major: number, value: number): Buffer =>
  value < 24
    ? Buffer.from([(major << 5) | value])
    : value < 256
      ? Buffer.from([(major << 5) | 24, value])
      : Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
const cborInt = (value: number) => (value < 0 ? cborHead(1, -1 - value) : cborHead(0, value));
const cborBytes = (bytes: Buffer) => Buffer.concat([cborHead(2, bytes.length), bytes]);
const cborText = (text: string) => Buffer.concat([cborHead(3, text.length), Buffer.from(text)]);
const cborMap = (entries: [Buffer, Buffer][]) =>
  Buffer.concat([cborHead(5, entries.length), ...entries.flat()]);
