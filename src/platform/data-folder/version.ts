/** Whether the first version is later than the second; both are like 1.2.3. */
export function isNewer(first: string, second: string): boolean {
  const [ours, theirs] = [partsOf(second), partsOf(first)];
  const index = theirs.findIndex((part, at) => part !== ours[at]);
  return index >= 0 && (theirs[index] ?? 0) > (ours[index] ?? 0);
}

const partsOf = (version: string): number[] => version.split(/[.-]/).slice(0, 3).map(Number);
