import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { logInAsks } from './asks.ts';
import { visit } from './bench-visitor.ts';
import { askSeveralAtOnce } from './load.ts';
import { atMost, type Part } from './measurement.ts';

const settleMs = 10_000;

export const memory: Part = {
  name: 'memory',
  about: 'Resident memory of the application’s process, without PostgreSQL',
  run: async ({ scale, startPortal }) => {
    const { accounts, seconds } = scale;
    const { port, pid, stop } = await startPortal(accounts);
    try {
      for (const path of ['/log-in', '/forgotten-details']) await visit(port, path);
      await sleep(settleMs);
      const idle = residentMegabytes(pid);
      const asks = await logInAsks(port, { from: 20_000, count: 5_000, known: accounts });
      const most = await highestWhile(pid, () =>
        askSeveralAtOnce({ port, atOnce: 64, seconds: seconds * 2, asks }),
      );
      return [
        atMost('idle, after a start and a few pages', idle, 150, 'MB'),
        atMost('highest under log in load, 64 at once', most, 250, 'MB'),
      ];
    } finally {
      await stop();
    }
  },
};

async function highestWhile(pid: number, work: () => Promise<unknown>): Promise<number> {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, residentMegabytes(pid));
  }, 100);
  await work();
  clearInterval(timer);
  return most;
}

function residentMegabytes(pid: number): number {
  const kilobytes =
    process.platform === 'linux'
      ? /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return (Number(kilobytes) * 1024) / 1_000_000;
}
