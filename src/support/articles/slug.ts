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

/** The slug itself, then with a number for those whose titles are alike; never longer than a slug may be. */
export function numbered(slug: string, number: number): string {
  if (number === 1) return slug;
  const end = `-${number}`;
  return `${slug.slice(0, longestSlug - end.length).replace(/-$/, '')}${end}`;
}

/** Pages of the help centre that a subject of this name would hide. */
const ourPages = ['search', 'suggestions', 'cannot-log-in', 'feedback'];

export const isOurPage = (slug: string): boolean => ourPages.includes(slug);
