import type { Factor, FactorKind } from './factor.ts';

export const longestFactorName = 60;

/** A name no other of its kind has: "Work phone", then "Work phone 2". */
export function freeName(wanted: string, kind: FactorKind, others: readonly Factor[]): string {
  const taken = others.filter((other) => other.kind === kind).map(({ name }) => fold(name));
  const tidy = wanted.normalize('NFC').replace(/\s+/g, ' ').trim();
  const candidates = [...Array(taken.length + 1).keys()].map((at) => numbered(tidy, at + 1));
  return candidates.find((name) => !taken.includes(fold(name))) ?? numbered(tidy, taken.length + 2);
}

const numbered = (name: string, at: number): string => {
  const ending = at === 1 ? '' : ` ${at}`;
  return (
    [...name]
      .slice(0, longestFactorName - ending.length)
      .join('')
      .trim() + ending
  );
};

const fold = (name: string): string => name.toLocaleLowerCase('en');
