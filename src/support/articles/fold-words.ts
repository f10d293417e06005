/** The words of a text as they are searched for: small letters, no accents, no punctuation; "e-mail" is one word. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|['’‘`\0]/gu, '')
    .toLowerCase()
    .replace(/\b(e|log|sign|pass)[-‐‑–](mails?|ins?|codes?)\b/g, '$1$2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word.length <= longestWord);

/** Longer than any word; what is longer was pasted in. */
const longestWord = 40;

export const foldedText = (...texts: readonly string[]): string => texts.flatMap(wordsOf).join(' ');
