import { createHmac } from 'node:crypto';
import type { Secrets } from '../../kernel/secrets.ts';

/** How many codes a person is given to print or save. */
export const recoveryCodeCount = 10;

/** Three groups of four, nearly 58 bits each: far beyond guessing in five tries. */
const groups = 3;

/** Under this key the codes of one set are hashed; it is kept sealed, so that a copied table opens nothing. */
export const recoveryKeyLength = 32;

export const drawRecoveryCodes = (secrets: Secrets): string[] =>
  Array.from({ length: recoveryCodeCount }, () => secrets.speakable(groups));

export const recoveryCodeMac = (key: Uint8Array, code: string): string =>
  createHmac('sha256', key).update(tidyCode(code)).digest('base64url');

/** Codes are typed with spaces and dashes of every kind, and in small letters. */
export const tidyCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}.]/gu, '')
    .toUpperCase()
    .slice(0, 40);
