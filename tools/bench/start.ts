import { join } from 'node:path';
import { atMost, type Part } from './measurement.ts';
import { runSandbox } from './sandbox-run.ts';
import { median } from './statistics.ts';

export const start: Part = {
  name: 'start',
  about: 'From the command to "ready", of an installed and built copy with the PostgreSQL that comes with it',
  run: async ({ scale, folder }) => {
    const [first, again]: [number[], number[]] = [[], []];
    for (let round = 0; round < scale.starts; round++) {
      const data = join(folder, `start-${round}`);
      first.push(await timeToReady(data));
      again.push(await timeToReady(data));
    }
    return [
      atMost('first start, into an empty data folder', median(first), 10, 's'),
      atMost('start with existing data', median(again), 3, 's'),
    ];
  },
};

async function timeToReady(dataFolder: string): Promise<number> {
  const run = await runSandbox(dataFolder);
  await run.stop();
  return run.readyAfterSeconds;
}
