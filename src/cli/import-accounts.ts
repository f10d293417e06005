import { Command, Option } from 'commander';
import { accountsFormats, type ImportAccountsOptions, importAccountsFile } from '../identity/index.ts';
import { wordsIn } from '../kernel/words.ts';
import { cliWords } from './cli.words.ts';
import { say } from './say.ts';
import { type DatabaseOptions, withDatabase } from './with-database.ts';
import { withNeeds } from './with-needs.ts';

const words = wordsIn(cliWords, 'en');

type Options = DatabaseOptions & Pick<ImportAccountsOptions, 'format' | 'report'> & { dryRun?: boolean };

export const importAccountsCommand = (): Command =>
  new Command('import-accounts')
    .description(words.importAccounts.describe)
    .argument('<file>', words.importAccounts.file)
    .addOption(new Option('--format <name>', words.importAccounts.format).choices(accountsFormats))
    .option('--dry-run', words.importAccounts.dryRun)
    .option('--report <file>', words.importAccounts.report)
    .option('--profile <name>', words.optionProfile)
    .option('--data <folder>', words.optionData)
    .action(async (file: string, { format, report, dryRun = false, ...place }: Options) => {
      const isWhole = await withDatabase(place, (config) =>
        withNeeds(config, (needs) => importAccountsFile(needs, { file, format, report, dryRun }, say)),
      );
      if (!isWhole) process.exitCode = 1;
    });
