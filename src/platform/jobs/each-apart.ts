/**
 * Does one after the other, each by itself, and says how many were done: one that fails every time keeps nobody else
 * waiting. The look fails, and so is logged, once nothing but failures was left.
 */
export async function eachApart<Item>(
  items: readonly Item[],
  handle: (item: Item) => Promise<number>,
): Promise<number> {
  let handled = 0;
  const failures: unknown[] = [];
  for (const item of items)
    try {
      handled += await handle(item);
    } catch (error) {
      failures.push(error);
    }
  if (handled === 0 && failures.length > 0) throw failures[0];
  return handled;
}
