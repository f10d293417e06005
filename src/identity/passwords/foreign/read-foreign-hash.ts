import { readArgon2 } from './argon2.ts';
import { readBcrypt, readBcryptOfSha256 } from './bcrypt.ts';
import type { ForeignHash, HashRefusal } from './foreign-hash.ts';
import { readPbkdf2 } from './pbkdf2.ts';
import { readScrypt } from './scrypt.ts';

const readers = [readArgon2, readBcrypt, readBcryptOfSha256, readPbkdf2, readScrypt];

/** Recognises a hash of another product by its text alone. */
export function readForeignHash(text: string): ForeignHash | HashRefusal {
  for (const read of readers) {
    const hash = read(text);
    if (hash !== undefined) return hash;
  }
  return 'unknown-form';
}
