import { Command } from 'commander';
import { wordsIn } from '../kernel/words.ts';
import { createStaff } from '../support/index.ts';
import { cliWords } from './cli.words.ts';
import { say } from './say.ts';
import { type DatabaseOptions, withDatabase } from './with-database.ts';
import { withNeeds } from './with-needs.ts';

const words = wordsIn(cliWords, 'en');

interface CreateStaffOptions extends DatabaseOptions {
  name: string;
  email: string;
  role: string;
}

export const createStaffCommand = (): Command =>
  new Command('create-staff')
    .description(words.describeCreateStaff)
    .requiredOption('--name <name>', words.staffName)
    .requiredOption('--email <address>', words.staffEmail)
    .option('--role <role>', words.staffRole, 'administrator')
    .option('--profile <name>', words.optionProfile)
    .option('--data <folder>', words.optionData)
    .option('--port <number>', words.sandboxPort)
    .action(async (options: CreateStaffOptions) => {
      const isAdded = await withDatabase(options, (config) =>
        withNeeds(config, (needs) => createStaff(needs, options, say)),
      );
      if (!isAdded) process.exitCode = 1;
    });
