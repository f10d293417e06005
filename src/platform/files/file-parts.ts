export const partSize = 256 * 1024;

/** At least one, so that an empty file has an end that can be checked too. */
export const partsOf = (size: number): number => Math.max(1, Math.ceil(size / partSize));

/** What arrives, cut into parts of one size; the last is marked and may be shorter, or empty. */
export async function* cutIntoParts(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ content: Buffer; isLast: boolean }> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    waiting.push(chunk);
    size += chunk.length;
    if (size <= partSize) continue;
    const whole = Buffer.concat(waiting);
    // One byte at least is held back: only then is it known that a part is not the last.
    const until = Math.floor((size - 1) / partSize) * partSize;
    for (let at = 0; at < until; at += partSize)
      yield { content: whole.subarray(at, at + partSize), isLast: false };
    const rest = Buffer.from(whole.subarray(until));
    waiting = [rest];
    size = rest.length;
  }
  yield { content: Buffer.concat(waiting), isLast: true };
}
