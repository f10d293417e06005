import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csv, practice } from '../../src/organisations/import-register/register-samples.ts';
import { atMost, type Measured, noted, type Part } from './measurement.ts';
import { productionEnvironment } from './serve-portal.ts';
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
  const take = () => secondsToImport(surroundings, databaseUrl, file);
  return [atMost(what, await take(), 10, 's'), atMost(`${what}, unchanged`, await take(), 10, 's')];
}

async function secondsToImport(
  { smtpUrl }: Surroundings,
  databaseUrl: string,
  file: string,
): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ['dist/main.js', 'import-organisations', file], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: productionEnvironment({ databaseUrl, smtpUrl }),
  });
  const [exitCode] = await once(child, 'exit');
  if (exitCode !== 0) throw new Error(`the import of ${file} ended with ${exitCode}`);
  return (performance.now() - began) / 1000;
}
