import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** A secret to give away once, and the hash to keep. */
export interface IssuedSecret {
  plain: string;
  hash: string;
}

/** Draws every random secret of the product. */
export interface Secrets {
  /** 256 random bits, safe in an address or a cookie. */
  issue(): IssuedSecret;
  /** A code of decimal digits for a person to type. */
  code(digits: number): string;
  /** Something to read off one screen and type into another, like `K7QM-4XDW-29HP`: about 4.8 bits a character. */
  speakable(groups: number): string;
  bytes(count: number): Buffer;
}

export const systemSecrets: Secrets = {
  issue: () => {
    const plain = randomBytes(32).toString('base64url');
    return { plain, hash: hashOfSecret(plain) };
  },
  code: (digits) =>
    randomInt(10 ** digits)
      .toString()
      .padStart(digits, '0'),
  speakable: (groups) => Array.from({ length: groups }, () => speakablePart(4)).join('-'),
  bytes: (count) => randomBytes(count),
};

/** No letters or digits that sound or look like others. */
const speakableCharacters = '23456789ABCDEFGHJKMNPQRTVWXYZ';

export const speakablePart = (length: number): string =>
  Array.from({ length }, () => speakableCharacters[randomInt(speakableCharacters.length)]).join('');

/** Enough for secrets of 256 random bits; what a person types is kept as a keyed HMAC instead (`KeyRing.mac`). */
export const hashOfSecret = (plain: string): string => createHash('sha256').update(plain).digest('base64url');

export const equalInConstantTime = (left: string, right: string): boolean => {
  const [a, b] = [createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest()];
  return timingSafeEqual(a, b);
};
