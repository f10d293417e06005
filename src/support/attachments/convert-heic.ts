import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type Duration, seconds } from '../../kernel/duration.ts';

const longest: Duration = seconds(20);
/** Beside this file, from source as from the build. */
const program = new URL(`./heic-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/**
 * A phone’s picture as JPEG. Slow, and somebody else’s code: so in a process of its own, without our secrets and not for
 * long. A thread that wanted more memory than it may have would end the whole program.
 */
export async function convertHeic(content: Uint8Array, within: Duration = longest): Promise<Buffer> {
  const worker = fork(program, {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=768'],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
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
