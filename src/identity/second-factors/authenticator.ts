import { Secret, TOTP } from 'otpauth';

/** RFC 6238 with what every app assumes: SHA-1, six digits, steps of 30 seconds. */
const algorithm = 'SHA1';
const digits = 6;
const period = 30;
/** Steps before and after now that are accepted, for clocks that are a little off. */
const window = 1;

/** 160 bits, as RFC 4226 section 4 recommends. */
export const authenticatorSecretLength = 20;

const generator = (secret: Uint8Array): TOTP =>
  new TOTP({ secret: secretOf(secret), algorithm, digits, period });

const secretOf = (bytes: Uint8Array): Secret =>
  new Secret({
    buffer: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  });

/** The key as people type it into an app: base32 in groups of four. */
export const typedKey = (secret: Uint8Array): string =>
  secretOf(secret).base32.replace(/(.{4})(?=.)/g, '$1 ');

/** What the QR code holds. */
export const authenticatorUri = (
  secret: Uint8Array,
  { issuer, label }: { issuer: string; label: string },
): string => new TOTP({ secret: secretOf(secret), algorithm, digits, period, issuer, label }).toString();

/** The step (units of 30 seconds since 1970) whose code this is, within one step of now; undefined for none. */
export function stepOfCode(secret: Uint8Array, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = generator(secret).validate({ token: code, timestamp, window });
  return delta === null ? undefined : Math.floor(timestamp / (period * 1000)) + delta;
}

export const codeAt = (secret: Uint8Array, at: Date): string =>
  generator(secret).generate({ timestamp: at.getTime() });
