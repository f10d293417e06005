import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { accountAsk } from './asks.ts';
import { anyNumber } from './bench-people.ts';
import { askAtFullSpeed, askInTime, statusesOf, timesOf } from './load.ts';
import { atLeast, atMost, noted, type Part, shown } from './measurement.ts';
import { wakeSessions } from './seed-people.ts';
import { percentile } from './statistics.ts';
import { onDatabase } from './surroundings.ts';

const perSecond = 500;

export const page: Part = {
  name: 'page',
  about:
    'GET /account for a logged-in person (session, policy, two statements, render), against bare node:http',
  run: async ({ scale, portalWith }) => {
    const { port, databaseUrl } = await portalWith(scale.accounts);
    await onDatabase(databaseUrl, wakeSessions);
    const { seconds } = scale;
    const someone = () => accountAsk(anyNumber(scale.accounts));
    const requests = Array.from({ length: 500 }, someone);
    const ask = (to: number, forSeconds: number) =>
      askAtFullSpeed({ url: `http://127.0.0.1:${to}`, connections: 16, seconds: forSeconds, requests });
    await ask(port, 3);
    const before = await bareRate(ask, seconds / 3);
    const ours = await ask(port, seconds);
    // Whatever else the machine did can only have made one of them slower.
    const bare = Math.max(before, await bareRate(ask, seconds / 3));
    const asks = Array.from({ length: perSecond * seconds }, someone);
    const inTime = await askInTime({ port, perSecond, seconds, asks });
    return [
      noted('bare node:http', `${shown(bare)} a second`),
      noted('the page at full speed', `${shown(ours.perSecond)} a second (${ours.refused} refused)`),
      atLeast('the page against bare node:http', (ours.perSecond / bare) * 100, 6, '%'),
      noted(
        `${perSecond} a second`,
        `${statusesOf(inTime)}, ${scale.accounts.toLocaleString('en-GB')} accounts`,
      ),
      atMost(`the page at ${perSecond} a second, p99`, percentile(timesOf(inTime, 200), 0.99), 50, 'ms'),
    ];
  },
};

async function bareRate(
  ask: (port: number, seconds: number) => Promise<{ perSecond: number }>,
  seconds: number,
): Promise<number> {
  const script = join(import.meta.dirname, 'programs', 'bare-server.ts');
  const server = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = await once(server.stdout, 'data');
  try {
    return (await ask(Number(port), seconds)).perSecond;
  } finally {
    server.stdin.end();
  }
}
