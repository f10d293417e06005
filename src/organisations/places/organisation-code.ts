/** What a person may have typed where a unique ID (ODS code) is wanted. */
export type ReadCode =
  | { outcome: 'code'; code: string; looksLikeBranch: boolean }
  | { outcome: 'person' }
  | { outcome: 'malformed' };

/** Forgives case, spaces, hyphens and dots. The shape is a hint only: the register says what a code is. */
export function readOrganisationCode(text: string): ReadCode {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '');
  if (isPersonCode(code)) return { outcome: 'person' };
  if (!/^[A-Z0-9]{3,9}$/.test(code) || !/\d/.test(code)) return { outcome: 'malformed' };
  return { outcome: 'code', code, looksLikeBranch: /^[A-Z]\d{8}$/.test(code) };
}

/** A GP's (G) or consultant's (C) own code, or a bare GMC number: seven digits, as no organisation has. */
export const isPersonCode = (code: string): boolean => /^[GC]?\d{7}$/.test(code);
