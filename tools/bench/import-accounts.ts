import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { secondsToImport } from './import-command.ts';
import { atMost, type Part } from './measurement.ts';

const people = 100_000;

export const importAccounts: Part = {
  name: 'import-accounts',
  about: 'gatehouse import-accounts, from the command to its end',
  run: async (surroundings) => {
    const file = join(surroundings.folder, 'accounts.csv');
    await writeFile(
      file,
      `${['email,full_name,phone,password_hash', ...Array.from({ length: people }, row)].join('\n')}\n`,
    );
    const databaseUrl = await surroundings.emptyDatabase();
    const take = () => secondsToImport(surroundings, databaseUrl, 'import-accounts', file);
    return [
      atMost('100,000 accounts with passwords of another product', await take(), 120, 's'),
      atMost('the same again, all there already', await take(), 120, 's'),
    ];
  },
};

/** The hashes differ as real ones do, and are nobody's password. */
const row = (_: unknown, at: number): string => {
  const salt = String(at).padStart(22, 'a');
  return `person-${at}@practice-${at % 9000}.example,Person Number ${at},07700 900${String(at % 1000).padStart(3, '0')},$2b$10$${salt}5s2v8.iXieOjg/.AySBTTZIIVFJeBui`;
};
