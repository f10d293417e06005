import { expect, test } from 'vitest';
import { readOrganisationCode } from './organisation-code.ts';

test.each([
  ['Z90001', 'Z90001'],
  [' z 90 001 ', 'Z90001'],
  ['z90-001', 'Z90001'],
  ['Z90–001', 'Z90001'],
  ['Ｚ９０００１', 'Z90001'],
  ['gue001', 'GUE001'],
  ['z90001.', 'Z90001'],
])('[P11] a unique ID typed as "%s" is read as %s', (typed, code) => {
  expect(readOrganisationCode(typed)).toMatchObject({ outcome: 'code', code });
});

test.each(['G1234567', 'g 123 4567', 'C7654321', '7654321'])('[P11] "%s" is a person’s code', (typed) => {
  expect(readOrganisationCode(typed)).toEqual({ outcome: 'person' });
});

test.each(['', '  ', 'Z9', 'Z900010012', 'THE SURGERY', 'Z90_001', 'SURGERY'])(
  '[P11] "%s" is no unique ID',
  (typed) => {
    expect(readOrganisationCode(typed)).toEqual({ outcome: 'malformed' });
  },
);

test('the shape of a branch’s code is a hint', () => {
  expect(readOrganisationCode('Z90001001')).toMatchObject({ looksLikeBranch: true });
  expect(readOrganisationCode('Z90001')).toMatchObject({ looksLikeBranch: false });
});
