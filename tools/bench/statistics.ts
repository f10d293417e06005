/** The value that this share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Where the median lies with 95 % confidence, by drawing from the values again and again. */
export function medianInterval(values: readonly number[], draws = 2_000): [low: number, high: number] {
  const medians = Array.from({ length: draws }, () => median(drawnAgain(values)));
  return [percentile(medians, 0.025), percentile(medians, 0.975)];
}

const drawnAgain = (values: readonly number[]): number[] =>
  values.map(() => values[Math.floor(Math.random() * values.length)] ?? Number.NaN);

/** How often the first of two values drawn at random is the greater (Mann and Whitney): 0.5 when nothing tells them apart. */
export function chanceGreater(first: readonly number[], second: readonly number[]): number {
  let greater = 0;
  for (const a of first) for (const b of second) greater += a > b ? 1 : a === b ? 0.5 : 0;
  return greater / (first.length * second.length);
}
