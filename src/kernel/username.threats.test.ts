import { describe, expect, test } from 'vitest';
import fc from '../../tests/support/properties.ts';
import { foldName, isReserved, readUsername } from './username.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(...'abilmorsw01._-ßẞſıİÅÉøĳﬁＡ１￫＠@\u0301\u200d'),
    minLength: 1,
    maxLength: 12,
  }),
);

describe('a username has one form', () => {
  test('[L2] reading what was read changes nothing, and it never holds an @', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const read = readUsername(text);
        fc.pre(read !== undefined);
        expect(readUsername(read?.canonical ?? '')?.canonical).toBe(read?.canonical);
        expect(readUsername(read?.typed ?? '')).toEqual(read);
        expect(readUsername(read?.canonical ?? '')?.skeleton).toBe(read?.skeleton);
        expect(`${read?.typed}${read?.canonical}${read?.skeleton}`).not.toMatch(/[@\s\p{Cc}\p{Cf}]/u);
      }),
      { numRuns: 2000 },
    );
  });

  test('[L2] every letter case and every Unicode form of a name is that name', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const forms = [
          text,
          text.toUpperCase(),
          text.toLowerCase(),
          text.normalize('NFD'),
          text.normalize('NFKC'),
        ];
        expect(new Set(forms.map(foldName)).size).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['Straße', 'STRASSE'],
    ['straße', 'STRAẞE'],
    ['ｓａｍ', 'SAM'],
    ['ﬁnn', 'FINN'],
    ['Zoë', 'ZOE\u0308'],
    ['ſam', 'sam'],
    ['ıan', 'IAN'],
    ['K\u00f6ln', '\u212a\u00f6ln'],
  ])('[L2] %s and %s are one name', (one, other) => {
    expect(readUsername(other)?.canonical).toBe(readUsername(one)?.canonical);
  });
});

describe('impersonation', () => {
  test.each([
    ['lucy.iles', 'Iucy.lles'],
    ['lucy.iles', 'lucy_1les'],
    ['zoe', 'zoë'],
    ['tomo', 't0m0'],
    ['mark', 'rnark'],
    ['will', 'vvill'],
    ['soren', 'søren'],
    ['lukasz', 'łukasz'],
    ['istanbul', 'ıstanbul'],
    ['ann-marie', 'annmarie'],
  ])('%s and %s look alike', (one, other) => {
    expect(readUsername(other)?.skeleton).toBe(readUsername(one)?.skeleton);
    expect(readUsername(one)?.skeleton).toBeDefined();
  });

  test.each([
    ['Cyrillic', 'раul'],
    ['Greek', 'ραul'],
    ['a phonetic letter', 'pɑul'],
    ['a click', 'pauǀ'],
    ['a small capital', 'pᴀul'],
    ['a medieval Welsh V', 'paỽl'],
    ['a medieval Welsh double L', 'wiỻ'],
    ['a Y with a loop', 'ỿnes'],
    ['a long s with a stroke', 'ẜred'],
    ['a delta', 'seẟ'],
    ['nothing to see', 'pa\u200bul'],
    ['a joiner', 'pa\u034ful'],
    ['a variation selector', 'pa\ufe0ful'],
    ['right to left', '\u202elaup'],
    ['a Hangul filler', 'paul\u3164'],
    ['a pile of marks', 'pa\u0301\u0301\u0301ul'],
    ['an address', 'paul@x.example'],
    ['a full-width @', 'paul＠x'],
    ['a space', 'pa ul'],
    ['markup', '<b>paul'],
    ['a digit first', '1paul'],
    ['a mark first', '\u0301paul'],
    ['too short', 'pa'],
    ['too long', 'p'.repeat(31)],
    ['too long once it is folded', 'ﬃ'.repeat(11)],
  ])('%s is no part of a username', (_what, text) => {
    expect(readUsername(text)).toBeUndefined();
  });

  test.each(['admin', 'Adm1n', 'SUPPORT', 'supp.ort', 'r00t', 'Gatehouse', 'LocumNetwork', 'locum.network'])(
    '%s is kept for the service',
    (text) => {
      const username = readUsername(text);
      expect(username && isReserved(username, ['Locum Network'])).toBe(true);
    },
  );

  test('other names are not', () => {
    for (const text of ['nerys', 'admira', 'helpful.hand']) {
      const username = readUsername(text);
      expect([text, username && isReserved(username, ['Locum Network'])]).toEqual([text, false]);
    }
  });
});
