import { type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import {
  type ForeignHash,
  type HashReader,
  type HashRefusal,
  isWholeDigest,
  unpadded,
} from './foreign-hash.ts';

/** What 128·N·r bytes of memory, gone through p times, may come to: OWASP's dearest advice, N=2^17 and r=8. */
const mostMemory = 128 * 2 ** 17 * 8;

interface Parts {
  cost: number;
  blockSize: number;
  parallelism: number;
  salt: Buffer;
  key: Buffer;
}

/** `$scrypt$ln=…,r=…,p=…$salt$key`, which passlib writes too, and Django's `scrypt$N$salt$r$p$key`. */
export const readScrypt: HashReader = (text) => {
  if (!/^\$?scrypt\$/.test(text)) return undefined;
  const parts = readKept(text) ?? readDjango(text);
  return parts ? hashOf(parts) : 'damaged';
};

function hashOf({ cost, blockSize, parallelism, salt, key }: Parts): ForeignHash | HashRefusal {
  const rounds = Math.log2(cost);
  if (!isWholeDigest(key) || !Number.isInteger(rounds) || rounds < 1 || blockSize < 1 || parallelism < 1)
    return 'damaged';
  // RFC 7914: N < 2^(128·r/8). OpenSSL makes no other.
  if (rounds >= 16 * blockSize) return 'damaged';
  if (128 * cost * blockSize * parallelism > mostMemory) return 'too-costly';
  const maxmem = 128 * blockSize * (cost + parallelism + 4) + 1024 * 1024;
  const options = { N: cost, r: blockSize, p: parallelism, maxmem };
  return {
    stored: `$scrypt$ln=${rounds},r=${blockSize},p=${parallelism}$${unpadded(salt)}$${unpadded(key)}`,
    matches: async (password) => timingSafeEqual(await derive(password, salt, key.length, options), key),
  };
}

const derive = (password: Buffer, salt: Buffer, length: number, options: ScryptOptions) =>
  new Promise<Buffer>((resolve, reject) =>
    scrypt(password, salt, length, options, (error, key) => (error ? reject(error) : resolve(key))),
  );

function readKept(text: string): Parts | undefined {
  const [, rounds, r, p, salt, key] =
    /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,4}),p=(\d{1,4})\$([A-Za-z0-9+/]*)\$([A-Za-z0-9+/]+)$/.exec(text) ?? [];
  if (salt === undefined || key === undefined) return undefined;
  return {
    cost: 2 ** Number(rounds),
    blockSize: Number(r),
    parallelism: Number(p),
    salt: Buffer.from(salt, 'base64'),
    key: Buffer.from(key, 'base64'),
  };
}

/** Django's salt is text, not base64. */
function readDjango(text: string): Parts | undefined {
  const [, cost, salt, r, p, key] =
    /^scrypt\$(\d{1,9})\$([^$]+)\$(\d{1,4})\$(\d{1,4})\$([A-Za-z0-9+/]+=*)$/.exec(text) ?? [];
  if (salt === undefined || key === undefined) return undefined;
  return {
    cost: Number(cost),
    blockSize: Number(r),
    parallelism: Number(p),
    salt: Buffer.from(salt),
    key: Buffer.from(key, 'base64'),
  };
}
