import { expect, test } from 'vitest';
import { authenticatorUri, codeAt, stepOfCode, typedKey } from './authenticator.ts';

const secret = Buffer.from('12345678901234567890');

/** RFC 6238 appendix B, SHA-1; the last six of its eight digits. */
const published: [at: number, code: string][] = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
];

test('[C4] an authenticator app of any maker shows the codes of RFC 6238, and those are accepted', () => {
  for (const [at, code] of published) {
    const time = new Date(at * 1000);
    expect(codeAt(secret, time)).toBe(code);
    expect(stepOfCode(secret, code, time)).toBe(Math.floor(at / 30));
  }
});

test('a clock that is a step off is forgiven; two steps are not', () => {
  const now = new Date('2026-03-02T09:00:00Z');
  const step = now.getTime() / 30_000;
  const accepted = [-2, -1, 0, 1, 2].map((off) =>
    stepOfCode(secret, codeAt(secret, new Date(now.getTime() + off * 30_000)), now),
  );
  expect(accepted).toEqual([undefined, step - 1, step, step + 1, undefined]);
  expect(stepOfCode(secret, '28708', now)).toBeUndefined();
  expect(stepOfCode(secret, '', now)).toBeUndefined();
});

test('the key can be typed, and the QR code holds the same one', () => {
  expect(typedKey(secret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
  const uri = new URL(authenticatorUri(secret, { issuer: 'Portal', label: 'amara@practice.example' }));
  expect(uri.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  expect(uri.searchParams.get('issuer')).toBe('Portal');
});
