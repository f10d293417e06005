import { expect, test } from 'vitest';
import fc from '../../tests/support/properties.ts';
import { readEmailAddress } from './email-address.ts';

test.each([
  'sam@practice.example/.evil.test',
  'sam@practice.example?.evil.test',
  'sam@practice.example#.evil.test',
  'sam@practice.example%2eevil.test',
  'sam@%70ractice.example',
  'sam@prac\u00adtice.example',
  'sam@prac\u200btice.example',
  'sam@evil.test＠practice.example',
  'sam＠practice.example@evil.test',
  's\u200bam@practice.example',
  'sam\u202e@practice.example',
])('impersonation: %j is not read as the address of somebody else', (typed) => {
  expect(readEmailAddress(typed)).toBeUndefined();
});

test.each(['ſam@practice.example', 'ｓam@practice.example', 'sam@ｐractice.example'])(
  'impersonation: mail for %s goes to the mailbox that it counts as',
  (typed) => {
    expect(readEmailAddress(typed)).toEqual({
      typed: 'sam@practice.example',
      canonical: 'sam@practice.example',
    });
  },
);

test('what is sent to and what is looked up name the same mailbox, whatever is typed', () => {
  const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  const typed = fc.tuple(part, part).map(([local, label]) => `${local}@${label}.example`);
  fc.assert(
    fc.property(typed, (text) => {
      const read = readEmailAddress(text);
      fc.pre(read !== undefined);
      expect(readEmailAddress(read?.typed ?? '')).toEqual(read);
      expect(readEmailAddress(read?.canonical ?? '')?.canonical).toBe(read?.canonical);
    }),
  );
});
