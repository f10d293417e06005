import { Command } from 'commander';
import { wordsIn } from '../kernel/words.ts';
import { importOrganisationsFile } from '../organisations/index.ts';
import { cliWords } from './cli.words.ts';
import { say } from './say.ts';
import { type DatabaseOptions, withDatabase } from './with-database.ts';
import { withNeeds } from './with-needs.ts';

const words = wordsIn(cliWords, 'en');

export const importOrganisationsCommand = (): Command =>
  new Command('import-organisations')
    .description(words.describeImportOrganisations)
    .argument('<file>', words.registerFile)
    .option('--profile <name>', words.optionProfile)
    .option('--data <folder>', words.optionData)
    .action(async (file: string, options: DatabaseOptions) => {
      const isIn = await withDatabase(options, (config) =>
        withNeeds(config, (needs) => importOrganisationsFile(needs, file, say)),
      );
      if (!isIn) process.exitCode = 1;
    });
