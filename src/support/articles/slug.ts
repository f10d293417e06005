const longestSlug = 80;

/** The end of an address made from a title: "I can’t log in" becomes `i-cant-log-in`. */
export const slugOf = (title: string, otherwise: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, longestSlug)
    .replace(/-$/, '') || otherwise;

/** The slug itself, then with a number for those whose titles are alike. */
export const numbered = (slug: string, number: number): string => (number === 1 ? slug : `${slug}-${number}`);
