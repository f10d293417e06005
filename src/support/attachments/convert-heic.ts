import { once } from 'node:events';
import { type Duration, seconds } from '../../kernel/duration.ts';
import { forkApart } from '../../platform/processes/fork-apart.ts';

const longest: Duration = seconds(20);

/**
 * A phone’s picture as JPEG. Slow, and somebody else’s code: so in a process of its own, and not for long.
 */
export async function convertHeic(content: Uint8Array, within: Duration = longest): Promise<Buffer> {
  const worker = forkApart('heic-worker', import.meta.url, 768);
  const isOver = new AbortController();
  const signal = AbortSignal.any([AbortSignal.timeout(within), isOver.signal]);
  for (const end of ['exit', 'error']) worker.on(end, () => isOver.abort());
  try {
    const answer = once(worker, 'message', { signal });
    worker.send(content, () => undefined);
    const [jpeg] = (await answer) as [Uint8Array];
    return Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  } finally {
    worker.kill('SIGKILL');
  }
}
