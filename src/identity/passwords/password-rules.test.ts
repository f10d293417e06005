import { expect, test } from 'vitest';
import fc from '../../../tests/support/properties.ts';
import { commonPasswords, isCommonPassword } from './common-passwords.ts';
import { passwordContext } from './password-context.ts';
import { longestPassword, type PasswordRules, problemsWithPassword } from './password-rules.ts';
import { passwordWords } from './passwords.words.ts';

const rules: PasswordRules = {
  minimumLength: 8,
  needsUpperCase: false,
  needsLowerCase: false,
  needsDigit: false,
  needsSymbol: false,
};
const service = {
  name: 'Primary Care Portal',
  operator: '[name of the organisation that runs this service]',
};
const owner = passwordContext({ service } as never, {
  names: ['Amara Okonkwo-Li'],
  email: 'a.lantern@riverside-surgery.example',
  usernames: ['quietfox'],
  practices: ['Y99901 Windmill Lane Practice'],
});
const problems = (password: string) => problemsWithPassword(password, rules, owner);

test.each([
  ['password', 'common'],
  ['Password1!', 'common'],
  ['P@ssw0rd!', 'common'],
  ['!!Sunshine2024', 'common'],
  ['ＰＡＳＳＷＯＲＤ１', 'common'],
  ['qwertyuiop', 'common'],
  ['aaaaaaaaaaaa', 'repeats'],
  ['abcabcabcabc1', 'repeats'],
  ['23456789', 'repeats'],
  ['hgfedcba', 'repeats'],
  ['Okonkwo-2024!', 'made-of-own-name'],
  ['amaraokonkwo', 'made-of-own-name'],
  ['0k0nkw0-2024', 'made-of-own-name'],
  ['4m@r@2024', 'made-of-own-name'],
  ['OKONKWO12345', 'made-of-own-name'],
  ['okonkwo-okonkwo-okonkwo', 'made-of-own-name'],
  ['Lantern!2024', 'made-of-email'],
  ['riverside-1234', 'made-of-email'],
  ['QuietFox-99', 'made-of-username'],
  ['windmill-2024', 'made-of-practice'],
  ['y99901-y99901', 'made-of-practice'],
  ['PrimaryCare1!', 'made-of-service'],
])('[P3] %s is refused, and why is said: %s', (password, reason) => {
  expect(problems(password)).toEqual([reason]);
  expect(passwordWords.en.problems(problems(password), rules)).toMatch(/^Password (is|must|repeats)/);
});

test.each([
  'three-sunny-gates',
  'Three-sunny-gates-1',
  'the portal opens at nine',
  'my windmill turns slowly',
  'okonkwo sings in the rain',
  'correct horse battery staple',
  'tr8Vq!x2',
  'känguru-pfützen-tee',
  'چراغ-آبی-کوه-بلند',
  '猫在屋顶上看月亮吗',
])('[P3] a good password is not refused for a word in it: %s', (password) => {
  expect(problems(password)).toEqual([]);
});

test('[P3] everything that is missing is said at once', () => {
  const all = { ...rules, needsUpperCase: true, needsLowerCase: true, needsDigit: true, needsSymbol: true };
  const found = problemsWithPassword('fjord', all, owner);
  expect(passwordWords.en.problems(found, all)).toBe(
    'Password must be 8 characters or more, and include an upper case letter, a number and a symbol, like ! or %',
  );
  const okonkwo = problemsWithPassword('Okonkwo9', all, owner);
  expect(passwordWords.en.problems(okonkwo, all)).toBe(
    'Password must include a symbol, like ! or %. Password must not be mostly your own name',
  );
});

test('[P3] 256 characters of any kind are allowed, 257 are not, and they are counted once normalised', () => {
  const emoji = Array.from({ length: 257 }, (_, at) => String.fromCodePoint(0x1f400 + ((at * 7) % 150))).join(
    '',
  );
  expect(problems([...emoji].slice(0, 256).join(''))).toEqual([]);
  expect(problems(emoji)).toEqual(['too-long']);
  const combining = Array.from({ length: 256 }, (_, at) => `${'aeiouyn'[(at * 5) % 7]}\u0301`).join('');
  expect([...combining].length).toBe(512);
  expect(problems(combining)).toEqual([]);
});

test('[P3] no password whatever makes the rules fail, and a long random one is never refused as guessable', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (password) => void problems(password)),
  );
  const letters = fc.array(fc.integer({ min: 0, max: 61 }), { minLength: 24, maxLength: 40 });
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  fc.assert(
    fc.property(letters, (picks) => {
      fc.pre(new Set(picks).size > 12);
      expect(problems(picks.map((pick) => alphabet[pick]).join(''))).toEqual([]);
    }),
  );
  expect(longestPassword).toBe(256);
});

test('[P3] the list of common passwords is a long one', () => {
  const list: string[] = JSON.parse(commonPasswords);
  expect(list.length).toBeGreaterThan(10_000);
  expect(list.filter((_, at) => at % 500 === 0).every(isCommonPassword)).toBe(true);
  expect(isCommonPassword('123456","password')).toBe(false);
});
