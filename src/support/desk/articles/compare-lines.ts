export interface Line {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Beyond this many comparisons everything between the first and last change counts as changed. */
const mostComparisons = 1_000_000;

/** What became of the lines of a text, in reading order: the fewest that were taken out and put in. */
export function differencesOf(before: readonly string[], after: readonly string[]): Line[] {
  const start = commonStart(before, after);
  const end = Math.min(
    commonStart([...before].reverse(), [...after].reverse()),
    before.length - start,
    after.length - start,
  );
  const same = (lines: readonly string[]) => lines.map((text): Line => ({ kind: 'same', text }));
  return [
    ...same(before.slice(0, start)),
    ...changesBetween(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...same(before.slice(before.length - end)),
  ];
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((line, index) => line !== other[index]);
  return at < 0 ? one.length : at;
}

function changesBetween(before: readonly string[], after: readonly string[]): Line[] {
  const removed = before.map((text): Line => ({ kind: 'removed', text }));
  const added = after.map((text): Line => ({ kind: 'added', text }));
  if (before.length * after.length > mostComparisons) return [...removed, ...added];
  const common = longestCommon(before, after);
  const lines: Line[] = [];
  let [one, other] = [0, 0];
  while (one < before.length || other < after.length) {
    const [left, right] = [before[one], after[other]];
    if (left !== undefined && left === right) {
      lines.push({ kind: 'same', text: left });
      [one, other] = [one + 1, other + 1];
    } else if (
      right === undefined ||
      (left !== undefined && at(common, one + 1, other) >= at(common, one, other + 1))
    )
      lines.push({ kind: 'removed', text: before[one++] ?? '' });
    else lines.push({ kind: 'added', text: after[other++] ?? '' });
  }
  return lines;
}

const at = (table: readonly Uint16Array[], row: number, column: number): number => table[row]?.[column] ?? 0;

/** How many lines the rests of both texts share, from each pair of places on. */
function longestCommon(before: readonly string[], after: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const cells = table[row];
      if (!cells) continue;
      cells[column] =
        before[row] === after[column]
          ? at(table, row + 1, column + 1) + 1
          : Math.max(at(table, row + 1, column), at(table, row, column + 1));
    }
  return table;
}
