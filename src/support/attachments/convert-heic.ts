import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Duration, seconds } from '../../kernel/duration.ts';

const longest: Duration = seconds(20);
/** Beside this file, from source as from the build. */
const program = new URL(`./heic-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/** A phone’s picture as JPEG. Slow, and somebody else’s code: so apart from what answers requests, and not for long. */
export async function convertHeic(content: Uint8Array, within: Duration = longest): Promise<Buffer> {
  const worker = new Worker(program, {
    workerData: content,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  try {
    const [jpeg] = await once(worker, 'message', { signal: AbortSignal.timeout(within) });
    return Buffer.from(jpeg as Uint8Array);
  } finally {
    await worker.terminate();
  }
}
