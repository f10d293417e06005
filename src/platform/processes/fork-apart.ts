import { type ChildProcess, fork } from 'node:child_process';

/**
 * Starts a program of ours, beside the file at `near`, in a process of its own without our secrets and with at most so
 * many megabytes: what strangers made is opened there. A thread that wanted more would end the whole program.
 */
export const forkApart = (name: string, near: string, megabytes: number): ChildProcess =>
  // From source as from the build.
  fork(new URL(`./${name}.${near.endsWith('.ts') ? 'ts' : 'js'}`, near), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${megabytes}`],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
