import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import {
  type ForeignHash,
  type HashReader,
  type HashRefusal,
  isWholeDigest,
  unpadded,
} from './foreign-hash.ts';

const derive = promisify(pbkdf2);

const digests = { sha1: 20, sha256: 32, sha512: 64 } as const;
type DigestName = keyof typeof digests;

/** About a second of one core; Django's default was 1,200,000 rounds of SHA-256 in 2025. */
const mostRounds = 2_500_000;

interface Parts {
  digest: DigestName;
  rounds: number;
  salt: Buffer;
  key: Buffer;
}

/** `$pbkdf2-sha256$i=…$salt$key` as we keep it, passlib's `$pbkdf2-sha256$…`, Django's `pbkdf2_sha256$…`. */
export const readPbkdf2: HashReader = (text) => {
  if (!/^\$?pbkdf2[-_$]/.test(text)) return undefined;
  const parts = readKept(text) ?? readPasslib(text) ?? readDjango(text);
  return parts ? hashOf(parts) : 'damaged';
};

export function hashOf({ digest, rounds, salt, key }: Parts): ForeignHash | HashRefusal {
  if (!isWholeDigest(key) || rounds < 1) return 'damaged';
  if (rounds * Math.ceil(key.length / digests[digest]) > mostRounds) return 'too-costly';
  return {
    stored: `$pbkdf2-${digest}$i=${rounds}$${unpadded(salt)}$${unpadded(key)}`,
    matches: async (password) =>
      timingSafeEqual(await derive(password, salt, rounds, key.length, digest), key),
  };
}

export const isDigestName = (name: string): name is DigestName => Object.hasOwn(digests, name);

function readKept(text: string): Parts | undefined {
  const [, digest, rounds, salt, key] =
    /^\$pbkdf2-(sha1|sha256|sha512)\$i=(\d{1,9})\$([A-Za-z0-9+/]*)\$([A-Za-z0-9+/]+)$/.exec(text) ?? [];
  return partsOf(digest, rounds, bytesOf(salt), bytesOf(key));
}

/** passlib writes a dot for the plus of base64, and says nothing for SHA-1. */
function readPasslib(text: string): Parts | undefined {
  const [, , digest = 'sha1', rounds, salt, key] =
    /^\$pbkdf2(-(sha256|sha512))?\$(\d{1,9})\$([./A-Za-z0-9]*)\$([./A-Za-z0-9]+)$/.exec(text) ?? [];
  return partsOf(digest, rounds, bytesOf(salt?.replaceAll('.', '+')), bytesOf(key?.replaceAll('.', '+')));
}

/** Django's salt is text, not base64. */
function readDjango(text: string): Parts | undefined {
  const [, digest, rounds, salt, key] =
    /^pbkdf2_(sha1|sha256)\$(\d{1,9})\$([^$]+)\$([A-Za-z0-9+/]+=*)$/.exec(text) ?? [];
  return partsOf(digest, rounds, salt === undefined ? undefined : Buffer.from(salt), bytesOf(key));
}

const bytesOf = (base64: string | undefined) =>
  base64 === undefined ? undefined : Buffer.from(base64, 'base64');

const partsOf = (
  digest: string | undefined,
  rounds: string | undefined,
  salt: Buffer | undefined,
  key: Buffer | undefined,
): Parts | undefined =>
  digest && isDigestName(digest) && salt && key ? { digest, rounds: Number(rounds), salt, key } : undefined;
