import { expect, test } from 'vitest';
import fc from '../../../../tests/support/properties.ts';
import { readForeignHash } from './read-foreign-hash.ts';

const salt = 'c29tZXNhbHQ';
const key = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

test.each([
  ['argon2: a salt of three bytes', `$argon2id$v=19$m=64,t=2,p=1$c2Fs$${key}`],
  ['argon2: no whole base64', `$argon2id$v=19$m=64,t=2,p=1$${salt}AA$${key}`],
  ['argon2: bits too many at the end of the salt', `$argon2id$v=19$m=64,t=2,p=1$c29tZXNhbHR$${key}`],
  ['argon2: a number with a nought in front', `$argon2id$v=19$m=064,t=2,p=1$${salt}$${key}`],
  ['scrypt: more rounds than its blocks allow', `$scrypt$ln=16,r=1,p=1$${salt}$${key}`],
])(
  'a hash that nothing could ever be checked against is refused when it is brought in: %s',
  (_what, text) => {
    expect(readForeignHash(text)).toBe('damaged');
  },
);

const base64 = (longest: number) =>
  fc.oneof(
    fc
      .uint8Array({ maxLength: longest })
      .map((bytes) => Buffer.from(bytes).toString('base64').replace(/=+$/, '')),
    fc.string({ unit: fc.constantFrom(...'ABCabc019+/'), maxLength: longest }),
  );
const number = (most: number) => fc.integer({ min: 0, max: most });
const ends = fc.tuple(base64(80), base64(140));

const anyHash = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('id', 'i', 'd'),
      fc.constantFrom('', 'v=16$', 'v=19$'),
      number(600),
      number(3),
      number(9),
      ends,
    )
    .map(
      ([type, version, m, t, p, [withSalt, digest]]) =>
        `$argon2${type}$${version}m=${m},t=${t},p=${p}$${withSalt}$${digest}`,
    ),
  fc
    .tuple(number(9), number(40), number(9999), ends)
    .map(
      ([ln, r, p, [withSalt, digest]]) =>
        `$scrypt$ln=${ln},r=${r},p=${p % (r > 4 ? 20 : 9999)}$${withSalt}$${digest}`,
    ),
  fc
    .tuple(fc.constantFrom('sha1', 'sha256', 'sha512'), number(40), ends)
    .map(([digest, i, [withSalt, made]]) => `$pbkdf2-${digest}$i=${i}$${withSalt}$${made}`),
  fc
    .string({ unit: fc.constantFrom(...'./AZaz09'), minLength: 53, maxLength: 53 })
    .map((rest) => `$2b$04$${rest}`),
);

test('no hash that is taken in, however odd, makes a later log in fail with an error of ours', async () => {
  await fc.assert(
    fc.asyncProperty(anyHash, async (text) => {
      const hash = readForeignHash(text);
      fc.pre(typeof hash !== 'string');
      if (typeof hash === 'string') return;
      expect(await hash.matches(Buffer.from('a password'))).toBe(false);
      expect(readForeignHash(hash.stored)).toMatchObject({ stored: hash.stored });
    }),
    { numRuns: 400 },
  );
});
