import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { killAndCount } from '../../tests/running/kill-rounds.ts';
import { atMost, noted, type Part } from './measurement.ts';

export const crash: Part = {
  name: 'crash',
  about: 'Acknowledged changes after kills of the application, of PostgreSQL and of both under writes',
  run: async ({ scale, folder }) => {
    const dataFolder = join(folder, 'crash');
    await mkdir(dataFolder, { mode: 0o755 });
    const { acknowledged, lost } = await killAndCount(dataFolder, scale.kills);
    return [
      noted('kills at random moments', String(scale.kills)),
      noted('changes acknowledged', acknowledged.toLocaleString('en-GB')),
      atMost('changes lost', lost.length, 0, 'of them'),
    ];
  },
};
