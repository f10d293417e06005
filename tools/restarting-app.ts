import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface RestartingApp {
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A page left open in a browser must not hold up the next look at a change. */
const patienceMs = 200;

/** The built application as a process that can be replaced; one database serves them all. */
export function restartingApp(options: string[], databaseUrl: string | undefined): RestartingApp {
  let child: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child?.kill('SIGKILL'), patienceMs);
    await ended;
    clearTimeout(timer);
  };
  return {
    stop,
    restart: async () => {
      await stop();
      child = spawn(process.execPath, ['--enable-source-maps', 'dist/main.js', ...options], {
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
        env: { ...process.env, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) },
      });
    },
  };
}
