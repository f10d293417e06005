import type { FileContext, FilePlace, Found } from './read-person.ts';

/** Reads a place by its code or its name; a row that names none is for the place whose page the file was sent from. */
export function readBranch(
  text: string | undefined,
  { places, home }: Pick<FileContext, 'places' | 'home'>,
  found: Found,
): FilePlace | undefined {
  const [place, other] = text ? places.filter((one) => isCalled(one, text)) : [home];
  if (!place) return found('unknown-branch', text);
  if (other) return found('unclear-branch', text);
  if (place.isClosed) return found('closed-branch', place.name);
  return home.branchId && place.branchId !== home.branchId ? found('elsewhere', home.name) : place;
}

const isCalled = ({ code, name }: FilePlace, text: string): boolean =>
  [code, name, `${name} (${code})`].some((one) => folded(one) === folded(text));

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
