import { Command } from 'commander';
import { wordsIn } from '../kernel/words.ts';
import { exportArticlesTo, importArticlesFrom } from '../support/index.ts';
import { cliWords } from './cli.words.ts';
import { say } from './say.ts';
import { type DatabaseOptions, withDatabase } from './with-database.ts';
import { withNeeds } from './with-needs.ts';

const words = wordsIn(cliWords, 'en');

export const articlesCommand = (): Command =>
  new Command('articles')
    .description(words.articles.describe)
    .addCommand(exportCommand())
    .addCommand(importCommand());

const exportCommand = (): Command =>
  new Command('export')
    .description(words.articles.describeExport)
    .requiredOption('--to <folder>', words.articles.to)
    .option('--profile <name>', words.optionProfile)
    .option('--data <folder>', words.optionData)
    .action(({ to, ...options }: DatabaseOptions & { to: string }) =>
      withDatabase(options, (config) => withNeeds(config, (needs) => exportArticlesTo(needs, to, say))),
    );

const importCommand = (): Command =>
  new Command('import')
    .description(words.articles.describeImport)
    .requiredOption('--from <folder>', words.articles.from)
    .option('--profile <name>', words.optionProfile)
    .option('--data <folder>', words.optionData)
    .action(async ({ from, ...options }: DatabaseOptions & { from: string }) => {
      const isIn = await withDatabase(options, (config) =>
        withNeeds(config, (needs) => importArticlesFrom(needs, from, say)),
      );
      if (!isIn) process.exitCode = 1;
    });
