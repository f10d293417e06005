/** What a file may say about a person, in the order of the template. */
export const personFields = [
  'email',
  'fullName',
  'roles',
  'branch',
  'jobTitle',
  'phone',
  'startsOn',
  'endsOn',
] as const;
export type PersonField = (typeof personFields)[number];

export const neededFields: readonly PersonField[] = ['email', 'fullName', 'roles'];

/** Every name a column may go by. */
export type HeadingNames = Record<PersonField, readonly string[]>;

export interface Headings {
  /** Where each field stands. */
  at: Partial<Record<PersonField, number>>;
  /** Columns that nothing is read from, as they are called. */
  ignored: string[];
  /** Which columns are called anything. */
  named: ReadonlySet<number>;
}

/** Reads headings in any order, whatever their case, spaces and punctuation; the first of two that say the same counts. */
export function readHeadings(cells: readonly string[], names: HeadingNames): Headings {
  const named = new Set(cells.flatMap((cell, index) => (cell.trim() ? [index] : [])));
  const headings: Headings = { at: {}, ignored: [], named };
  for (const [index, cell] of cells.entries()) {
    const field = personFields.find((one) => names[one].some((name) => bare(name) === bare(cell)));
    if (field && headings.at[field] === undefined) headings.at[field] = index;
    else if (cell.trim()) headings.ignored.push(cell.trim());
  }
  return headings;
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
