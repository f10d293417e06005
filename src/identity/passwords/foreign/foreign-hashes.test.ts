import { expect, test } from 'vitest';
import { keycloakHash } from './keycloak-credential.ts';
import { readForeignHash } from './read-foreign-hash.ts';

const b64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64').replace(/=+$/, '');
const b64text = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '');

type Vector = [hash: string, password: string | Buffer];

/** RFC 6070 (PBKDF2-HMAC-SHA1), section 2. */
const rfc6070: Vector[] = [
  [`$pbkdf2-sha1$i=1$${b64text('salt')}$${b64('0c60c80f961f0e71f3a9b524af6012062fe037a6')}`, 'password'],
  [`$pbkdf2-sha1$i=4096$${b64text('salt')}$${b64('4b007901b765489abead49d926f721d065a429c1')}`, 'password'],
  [
    `$pbkdf2-sha1$i=4096$${b64text('saltSALTsaltSALTsaltSALTsaltSALTsalt')}$${b64('3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038')}`,
    'passwordPASSWORDpassword',
  ],
];

/** RFC 7914: PBKDF2-HMAC-SHA256 in section 11, scrypt in section 12. */
const rfc7914: Vector[] = [
  [
    `$pbkdf2-sha256$i=1$${b64text('salt')}$${b64('55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783')}`,
    'passwd',
  ],
  [
    `$pbkdf2-sha256$i=80000$${b64text('NaCl')}$${b64('4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d')}`,
    'Password',
  ],
  [
    `$scrypt$ln=10,r=8,p=16$${b64text('NaCl')}$${b64('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640')}`,
    'password',
  ],
  [
    `$scrypt$ln=14,r=8,p=1$${b64text('SodiumChloride')}$${b64('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887')}`,
    'pleaseletmein',
  ],
];

/** Openwall's crypt_blowfish, wrapper.c: bytes above 127, and what follows the 72nd byte. */
const bcrypt: Vector[] = [
  ['$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW', 'U*U'],
  ['$2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK', 'U*U*'],
  ['$2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a', 'U*U*U'],
  [
    '$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui',
    '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789chars after 72 are ignored',
  ],
  ['$2b$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e', Buffer.from([0xff, 0xff, 0xa3])],
  ['$2y$05$/OK.fbVrR/bpIqNJ5ianF.Sa7shbm4.OzKpvFnX1pQLmQW96oUlCq', Buffer.from([0xa3])],
  ['$2a$05$/OK.fbVrR/bpIqNJ5ianF.Sa7shbm4.OzKpvFnX1pQLmQW96oUlCq', Buffer.from([0xa3])],
  [
    '$2a$05$/OK.fbVrR/bpIqNJ5ianF.swQOIzjOiJ9GHEPuhEkvqrUyvWhEMx6',
    Buffer.concat([Buffer.alloc(72, 0xaa), Buffer.from('chars after 72 are ignored as usual')]),
  ],
];

/** The Argon2 reference implementation, src/test.c; without `v` it is version 16. */
const argon2: Vector[] = [
  ['$argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ', 'password'],
  ['$argon2i$m=256,t=2,p=2$c29tZXNhbHQ$tsEVYKap1h6scGt5ovl9aLRGOqOth+AMB+KwHpDFZPs', 'password'],
  ['$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA', 'password'],
  ['$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc', 'password'],
  ['$argon2d$v=16$m=8,t=1,p=1$ICAgICAgICA$X54KZYxUSfMUihzebb70sKbheabHilo8gsUldrVU4IU', ''],
];

/** Django's tests/auth_tests/test_hashers.py, and passlib's documentation of pbkdf2_sha256. */
const products: Vector[] = [
  ['pbkdf2_sha256$1000000$seasalt$r1uLUxoxpP2Ued/qxvmje7UH9PUJBkRrvf9gGPL7Cps=', 'lètmein'],
  [
    'scrypt$16384$seasalt$8$1$Qj3+9PPyRjSJIebHnG81TMjsqtaIGxNQG/aEB/NYafTJ7tibgfYz71m0ldQESkXFRkdVCBhhY8mx7rQwite/Pw==',
    'lètmein',
  ],
  [
    'argon2$argon2i$m=8,t=1,p=1$c29tZXNhbHQ$gwQOXSNhxiOxPOA0+PY10P9QFO4NAYysnqRt1GSQLE55m+2GYDt9FEjPMHhP2Cuf0nOEXXMocVrsJAtNSsKyfg',
    'secret',
  ],
  ['argon2$argon2i$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$YC9+jJCrQhs5R6db7LlN8Q', 'secret'],
  ['bcrypt_sha256$$2b$12$VADBCPlCt0wMa2zjUgaXl.jnrvoNt/kgjtRY7i./fo0V2IEp1l6f2', 'password'],
  ['$pbkdf2-sha256$6400$.6UI/S.nXIk8jcbdHx3Fhg$98jZicV16ODfEsEZeYPGHU3kbrUrvUEXOPimVSQDD44', 'password'],
  ['$pbkdf2-sha256$6400$0ZrzXitFSGltTQnBWOsdAw$Y11AchqV4b0sUisdZd0Xr97KWoymNE0LNNrnEgY4H9M', 'password'],
];

test.each([...rfc6070, ...rfc7914, ...bcrypt, ...argon2, ...products])(
  'the published hash %s is met by its password and by no other, also as it is kept',
  async (text, password) => {
    const bytes = Buffer.from(password as string);
    for (const form of [text, read(text).stored]) {
      expect(await read(form).matches(bytes)).toBe(true);
      expect(await read(form).matches(Buffer.concat([Buffer.from('x'), bytes]))).toBe(false);
      expect(await read(form).matches(Buffer.from('wrong'))).toBe(false);
    }
    expect(read(read(text).stored).stored).toBe(read(text).stored);
  },
);

test('a Keycloak credential is read in each of its algorithms', async () => {
  const secretData =
    '{"value":"BuViHNDGmCq80fvpty/QoggTI8NSt0CuNDGgeoa5f5A=","salt":"RJ0aLMQ2qKbZuROs7qQhcA=="}';
  const credentialData =
    '{"hashIterations":5,"algorithm":"argon2","additionalParameters":{"hashLength":["32"],"memory":["7168"],"type":["id"],"version":["1.3"],"parallelism":["1"]}}';
  const argon = keycloakHash({ secretData, credentialData });
  expect(await read(argon).matches(Buffer.from('iceberg'))).toBe(true);
  const value = Buffer.from(
    '55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783',
    'hex',
  ).toString('base64');
  const pbkdf2 = keycloakHash({
    secretData: JSON.stringify({
      value,
      salt: Buffer.from('salt').toString('base64'),
      additionalParameters: {},
    }),
    credentialData: '{"hashIterations":1,"algorithm":"pbkdf2-sha256","additionalParameters":{}}',
  });
  expect(await read(pbkdf2).matches(Buffer.from('passwd'))).toBe(true);
});

test.each([
  ['', 'unknown-form'],
  ['5f4dcc3b5aa765d61d8327deb882cf99', 'unknown-form'],
  ['$6$rounds=5000$salt$hash', 'unknown-form'],
  ['!unusable', 'unknown-form'],
  ['$2b$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW', 'too-costly'],
  ['$2b$05$CCCC', 'damaged'],
  ['pbkdf2_sha256$999999999$seasalt$r1uLUxoxpP2Ued/qxvmje7UH9PUJBkRrvf9gGPL7Cps=', 'too-costly'],
  ['pbkdf2_sha256$1000$seasalt$AAAA', 'damaged'],
  ['pbkdf2_sha256$0$seasalt$r1uLUxoxpP2Ued/qxvmje7UH9PUJBkRrvf9gGPL7Cps=', 'damaged'],
  ['$scrypt$ln=30,r=8,p=1$c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'too-costly'],
  ['$scrypt$ln=14,r=8,p=9999$c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'too-costly'],
  ['$scrypt$ln=14,r=8,p=1$c2FsdA$', 'damaged'],
  ['$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc', 'too-costly'],
  ['$argon2id$v=19$m=65536,t=9999,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc', 'too-costly'],
  ['$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$', 'damaged'],
])('a hash that is unknown, not whole, or too dear to check is refused: %s', (text, refusal) => {
  expect(readForeignHash(text)).toBe(refusal);
});

test.each([
  {},
  { secretData: 'not JSON', credentialData: '{}' },
  { secretData: '{"value":"","salt":""}', credentialData: '{"hashIterations":1,"algorithm":"pbkdf2"}' },
  { secretData: '{"value":"AAAA","salt":"AAAA"}', credentialData: '{"hashIterations":1,"algorithm":"md5"}' },
])('a credential that is none is refused: %o', (credential) => {
  const text = keycloakHash(credential);
  expect(['damaged', 'unknown-form']).toContain(text.startsWith('$') ? readForeignHash(text) : text);
});

function read(text: string) {
  const hash = readForeignHash(text);
  if (typeof hash === 'string') throw new Error(`${hash}: ${text}`);
  return hash;
}
