import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const tries = 6;
/** A sweep that freed less was the last that is worth its time. */
const worthAnother = 262_144;

/**
 * Bytes of buffers that something still holds; what nothing holds is swept up first. Sweeping goes on beside the program,
 * so the least of a few readings is the true one.
 */
export async function heldBytes(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const sweep = runInNewContext('gc') as () => void;
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < tries; tried += 1) {
    sweep();
    await wait(5);
    const held = process.memoryUsage().arrayBuffers;
    if (held > least - worthAnother) return Math.min(held, least);
    least = held;
  }
  return least;
}
