import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csv, practice } from '../../src/organisations/import-register/register-samples.ts';
import { secondsToImport } from './import-command.ts';
import { atMost, type Measured, noted, type Part } from './measurement.ts';
import type { Surroundings } from './surroundings.ts';

const practices = 14_303;

export const importRegister: Part = {
  name: 'import',
  about: 'gatehouse import-organisations, from the command to its end',
  run: async (surroundings) => {
    const real = join(process.env.GATEHOUSE_REGISTERS ?? '', 'epraccur.csv');
    const isThere = Boolean(process.env.GATEHOUSE_REGISTERS) && existsSync(real);
    const invented = join(surroundings.folder, 'invented.csv');
    await writeFile(invented, csv(Array.from({ length: practices }, inventedPractice)));
    return [
      ...(isThere
        ? await importTwice(
            surroundings,
            `the register of ${practices.toLocaleString('en-GB')} practices`,
            real,
          )
        : [noted('the real register', 'left out: GATEHOUSE_REGISTERS names no folder with epraccur.csv')]),
      ...(await importTwice(surroundings, 'an invented register of the same size', invented)),
    ];
  },
};

const inventedPractice = (_: unknown, index: number): string[] =>
  practice({
    code: `B${String(index).padStart(5, '0')}`,
    name: `SURGERY ${index}`,
    town: `TOWN ${index % 700}`,
  });

async function importTwice(surroundings: Surroundings, what: string, file: string): Promise<Measured[]> {
  const databaseUrl = await surroundings.emptyDatabase();
  const take = () => secondsToImport(surroundings, databaseUrl, 'import-organisations', file);
  return [atMost(what, await take(), 10, 's'), atMost(`${what}, unchanged`, await take(), 10, 's')];
}
