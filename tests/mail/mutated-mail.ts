import fc from '../support/properties.ts';

/** One change to the bytes of a mail: places are parts of its length. */
type Mutation =
  | { do: 'flip'; at: number; to: number }
  | { do: 'cut'; at: number; length: number }
  | { do: 'repeat'; at: number; length: number; times: number }
  | { do: 'insert'; at: number; text: string }
  | { do: 'end'; at: number }
  | { do: 'swap'; at: number; other: number };

const place = fc.double({ min: 0, max: 1, noNaN: true });

/** Signs that mean something to whoever reads mail. */
const telling = fc.constantFrom(
  '\r\n',
  '\r\n\r\n',
  '--',
  '\r\n--mix-1\r\n',
  '=?utf-8?B?',
  '?=',
  '\0',
  '"',
  '<',
  ';',
  ':',
  '>'.repeat(500),
  '('.repeat(500),
  'Content-Type: multipart/mixed; boundary="mix-1"\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'From: eve@evil.test\r\n',
  'On a b c wrote:\r\n',
  '=3D=\r\n',
  '\xff\xfe',
  'a'.repeat(5_000),
  'DKIM-Signature: v=1; a=rsa-sha256; d=evil.test; s=x; h=from; bh=; b=\r\n',
  'Received: from evil.test (evil.test [192.0.2.1]) by mx.test; Mon, 2 Mar 2026 08:59:00 +0000\r\n',
);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ do: fc.constant('flip' as const), at: place, to: fc.nat(255) }),
  fc.record({ do: fc.constant('cut' as const), at: place, length: fc.nat(300) }),
  fc.record({ do: fc.constant('repeat' as const), at: place, length: fc.nat(80), times: fc.nat(200) }),
  fc.record({ do: fc.constant('insert' as const), at: place, text: telling }),
  fc.record({ do: fc.constant('end' as const), at: place }),
  fc.record({ do: fc.constant('swap' as const), at: place, other: place }),
);

function mutate(mail: Buffer, mutation: Mutation, other: Buffer): Buffer {
  const at = Math.floor(mutation.at * mail.length);
  const [head, tail] = [mail.subarray(0, at), mail.subarray(at)];
  switch (mutation.do) {
    case 'flip':
      return Buffer.concat([head, Buffer.of(mutation.to), tail.subarray(1)]);
    case 'cut':
      return Buffer.concat([head, tail.subarray(mutation.length)]);
    case 'repeat':
      return Buffer.concat([
        head,
        ...Array.from({ length: mutation.times }, () => tail.subarray(0, mutation.length)),
        tail,
      ]);
    case 'insert':
      return Buffer.concat([head, Buffer.from(mutation.text, 'latin1'), tail]);
    case 'end':
      return head;
    case 'swap':
      return Buffer.concat([head, other.subarray(Math.floor(mutation.other * other.length))]);
  }
}

/** A mail of the set with a few changes, or the beginning of one with the end of another. */
export const mutatedMail = (mails: readonly Buffer[]): fc.Arbitrary<Buffer> =>
  fc
    .record({
      mail: fc.constantFrom(...mails),
      other: fc.constantFrom(...mails),
      mutations: fc.array(mutation, { minLength: 1, maxLength: 6 }),
    })
    .map(({ mail, other, mutations }) =>
      mutations.reduce((changed, each) => mutate(changed, each, other), mail),
    );
