import { createHash } from 'node:crypto';
import { verify } from '@node-rs/bcrypt';
import type { HashReader } from './foreign-hash.ts';

/** About a second of one core. */
const highestCost = 14;

/**
 * `$2a$`, `$2b$` and `$2y$`; Django puts `bcrypt$` in front. bcrypt looks at the first 72 bytes of a password only; so it did where the hash was made,
 * and so it must here, this one time: the whole password is what the log in then keeps.
 */
export const readBcrypt: HashReader = (written) => {
  const text = written.replace(/^bcrypt\$(?=\$2)/, '');
  if (!/^\$2[a-z]?\$/.test(text)) return undefined;
  return boundedCost(text) ?? { stored: text, matches: (password) => verify(password, text) };
};

const ours = '$bcrypt-of-sha256';

/** Django's `bcrypt_sha256$$2b$…`: bcrypt of the password's SHA-256 in hexadecimal, so that all of it counts. */
export const readBcryptOfSha256: HashReader = (text) => {
  const prefix = ['bcrypt_sha256$', ours].find((start) => text.startsWith(`${start}$2`));
  if (prefix === undefined) return undefined;
  const inner = text.slice(prefix.length);
  return (
    boundedCost(inner) ?? {
      stored: `${ours}${inner}`,
      matches: (password) => verify(createHash('sha256').update(password).digest('hex'), inner),
    }
  );
};

function boundedCost(text: string): 'damaged' | 'too-costly' | undefined {
  const [, cost] = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/.exec(text) ?? [];
  if (cost === undefined || Number(cost) < 4) return 'damaged';
  return Number(cost) > highestCost ? 'too-costly' : undefined;
}
