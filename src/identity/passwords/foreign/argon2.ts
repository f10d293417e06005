import { verify } from '@node-rs/argon2';
import { type HashReader, isWholeDigest, phcBytes } from './foreign-hash.ts';

/** 1 GiB gone through once, in KiB: about a second of one core. Memory alone: 256 MiB. */
const mostWork = 1024 * 1024;
const mostMemory = 256 * 1024;

/** RFC 9106, in bytes. */
const shortestSalt = 8;

const form =
  /^\$argon2(id|i|d)\$(?:v=(16|19)\$)?m=([1-9]\d{0,7}),t=([1-9]\d{0,3}),p=([1-9]\d{0,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** PHC strings of argon2id, argon2i and argon2d, and Django's, which put `argon2` in front. */
export const readArgon2: HashReader = (text) => {
  if (!/^(argon2)?\$argon2/.test(text)) return undefined;
  const stored = text.replace(/^argon2\$/, '$');
  const [, , , memory, passes, lanes, salt = '', digest = ''] = form.exec(stored) ?? [];
  const [saltBytes, digestBytes] = [phcBytes(salt), phcBytes(digest)];
  if (!saltBytes || !digestBytes || saltBytes.length < shortestSalt || !isWholeDigest(digestBytes))
    return 'damaged';
  if (Number(memory) < 8 * Number(lanes)) return 'damaged';
  if (Number(memory) > mostMemory || Number(memory) * Number(passes) > mostWork) return 'too-costly';
  return { stored, matches: (password) => verify(stored, password) };
};
