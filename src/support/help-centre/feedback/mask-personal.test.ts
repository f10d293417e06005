import { expect, test } from 'vitest';
import { mask, maskPersonal } from './mask-personal.ts';

test.each([
  ['write to amara.osei@fern.example please', `write to ${mask} please`],
  ['ring 07700 900123', `ring ${mask}`],
  ['ring +44 (0) 7700-900-123 now', `ring ${mask} now`],
  ['my NHS number is 943 476 5919.', `my NHS number is ${mask}.`],
  ['my NHS number is 9434765919', `my NHS number is ${mask}`],
  ['born 12/03/1980', `born ${mask}`],
  ['I am QQ 12 34 56 C', `I am ${mask}`],
  ['of LS1 4AP', `of ${mask}`],
])('[N11] “%s” is kept without what looks personal', (text, kept) => {
  expect(maskPersonal(text)).toBe(kept);
});

test.each(['Step 3 of 12 did not work', 'It said error 500', 'Windows 11, version 23', 'At 10:30 on day 2'])(
  '[N11] “%s” is kept as it is',
  (text) => {
    expect(maskPersonal(text)).toBe(text);
  },
);

test('the longest words are masked at once, whatever they are made of', () => {
  for (const text of ['a'.repeat(500), '1 '.repeat(250), '@'.repeat(500), 'a@'.repeat(250)]) {
    const from = performance.now();
    maskPersonal(text);
    expect(performance.now() - from).toBeLessThan(50);
  }
});
