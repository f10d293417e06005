/** One spelling of a name or place for finding: no case, accents, apostrophes or punctuation; "&" is "and". */
export const searchText = (...parts: readonly string[]): string =>
  parts
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}|['’‘.]/gu, '')
    .replaceAll('&', ' and ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
