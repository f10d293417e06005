/** How many slips of the keyboard lie between two words: a letter missing, added, wrong, or two swapped. */
export function slipsBetween(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      now[at] = Math.min(
        cost(last, at) + 1,
        cost(now, at - 1) + 1,
        cost(last, at - 1) + (isSame ? 0 : 1),
        isSwapped ? cost(before, at - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, now];
  }
  return cost(last, other.length);
}

const cost = (row: readonly number[], at: number): number => row[at] ?? Number.POSITIVE_INFINITY;

/** Short words are too near to each other to guess at. */
export const mostSlips = (word: string): number =>
  word.length < 4 ? 0 : word.length < 6 ? 1 : word.length < 10 ? 2 : 3;

export interface KnownWord {
  word: string;
  articles: number;
}

/** What was probably meant: the word with the fewest slips, the same first letter before others, then the commonest. */
export function nearestWord(
  typed: string,
  known: readonly KnownWord[],
  most = mostSlips(typed),
): string | undefined {
  const near = known
    .filter(({ word }) => Math.abs(word.length - typed.length) <= most)
    .map((each) => ({ ...each, slips: slipsBetween(typed, each.word) }))
    .filter(({ slips }) => slips <= most);
  near.sort(
    (one, other) =>
      one.slips - other.slips ||
      Number(other.word[0] === typed[0]) - Number(one.word[0] === typed[0]) ||
      other.articles - one.articles ||
      (one.word < other.word ? -1 : 1),
  );
  return near[0]?.word;
}
