import { expect, test } from 'vitest';
import { canGetTexts, dialledNumber, isNoMobile, type PhoneNumber, readPhoneNumber } from './phone-number.ts';

function read(text: string): PhoneNumber {
  const number = readPhoneNumber(text);
  if (!number) throw new Error(`${text} should be a number`);
  return number;
}

test.each([
  '07700 900123',
  '07700900999',
  '+44 (0)7700 900 123',
  '07911 123456',
  '07624 123456',
  '+44 7797 712345',
  '+353 85 012 3456',
  '+33 6 12 34 56 78',
  '+1 202 555 0143',
])('a text can be sent to %s', (text) => {
  expect(canGetTexts(read(text))).toBe(true);
});

test.each([
  ['a landline', '01632 960 001'],
  ['a London landline', '020 7946 0123'],
  ['a personal number', '070 1234 5678'],
  ['a pager', '07640 123456'],
  ['a free number', '0808 157 0192'],
  ['a number for businesses', '0303 123 4567'],
  ['a landline abroad', '+33 1 42 68 53 00'],
  ['a free number abroad', '+1 800 234 5678'],
  ['a satellite phone', '+881 6 1234 5678'],
  ['a number of no country', '+882 13 123456'],
  ['a premium service of no country', '+979 123 456 789'],
  ['no mobile', '07111111111'],
])('no text is sent to %s, like %s', (_what, text) => {
  expect(canGetTexts(read(text))).toBe(false);
});

test.each(['07111111111', '07111 111111', '07111 111 111', ' +44 7111 111111', '+44 (0)7111-111-111'])(
  '[P14] %s means no mobile however it is written: kept as typed, never dialled',
  (text) => {
    const number = read(text);
    expect(isNoMobile(number)).toBe(true);
    expect(dialledNumber(number)).toBeNull();
    expect(number.typed).toBe(text.trim());
  },
);

test('[P14] a landline, with or without spaces, is a number to call', () => {
  for (const text of ['01632960001', '01632 960 001', '(01632) 960001'])
    expect([isNoMobile(read(text)), dialledNumber(read(text))]).toEqual([false, '+441632960001']);
  expect(dialledNumber(undefined)).toBeNull();
});

test.each(['07711111111x', '1234', '', '+44'])('%j is no number at all', (text) => {
  expect(readPhoneNumber(text)).toBeUndefined();
});
