import type { KeyRing } from '../../kernel/key-ring.ts';
import { equalInConstantTime, type Secrets } from '../../kernel/secrets.ts';

/** What a letter is about; a code for one thing is worth nothing for another. */
export type LetterAbout = 'registration-letter' | 'main-contact-letter';

const codeDigits = 8;

export const newLetterCode = (secrets: Secrets): string => secrets.code(codeDigits);

/** What is kept of a letter's code. */
export const macOfLetterCode = (keyRing: KeyRing, about: LetterAbout, id: string, code: string): string =>
  keyRing.mac('typed-code', typedWith(about, id, code));

/** Whether the code is the one in the newest letter, however it was spaced. */
export const isLetterCode = (
  keyRing: KeyRing,
  about: LetterAbout,
  { id, mac }: { id: string; mac: string },
  typed: string,
): boolean =>
  keyRing
    .macs('typed-code', typedWith(about, id, typed.replace(/\D/g, '')))
    .some((candidate) => equalInConstantTime(candidate, mac));

const typedWith = (about: LetterAbout, id: string, code: string): string => `${about}:${id}:${code}`;
