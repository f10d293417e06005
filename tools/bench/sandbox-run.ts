import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './free-port.ts';

export interface SandboxRun {
  readonly port: number;
  /** From the command to the line that says where to go. */
  readonly readyAfterSeconds: number;
  stop(): Promise<void>;
}

const ready = 'Home page';

/** `npm start` without npm: the launcher, which is what takes its time. */
export async function runSandbox(dataFolder: string): Promise<SandboxRun> {
  const port = await freePort();
  const options = ['start', '--port', String(port), '--data', dataFolder];
  const began = performance.now();
  const child = spawn(process.execPath, ['launch/gatehouse.mjs', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await new Promise<void>((done, fail) => {
    let output = '';
    child.stdout.on('data', (part) => {
      output += part;
      if (output.includes(ready)) done();
    });
    void ended.then(() => fail(new Error(`the sandbox did not start: ${output}`)));
  });
  const readyAfterSeconds = (performance.now() - began) / 1000;
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { port, readyAfterSeconds, stop };
}
