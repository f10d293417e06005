import { Command } from 'commander';
import { systemEdges } from '../composition/edges.ts';
import { wordsIn } from '../kernel/words.ts';
import { reseal } from '../platform/database/reseal.ts';
import { cliWords } from './cli.words.ts';
import { everythingSealed } from './everything-sealed.ts';
import { say } from './say.ts';
import { type DatabaseOptions, withDatabase } from './with-database.ts';
import { withNeeds } from './with-needs.ts';

const words = wordsIn(cliWords, 'en').keys;

export const keysCommand = (): Command =>
  new Command('keys').description(words.describe).addCommand(newKey()).addCommand(rotate());

const newKey = (): Command =>
  new Command('new').description(words.describeNew).action(() => {
    say(systemEdges.secrets.bytes(32).toString('base64'));
  });

const rotate = (): Command =>
  new Command('rotate')
    .description(words.describeRotate)
    .option('--profile <name>', wordsIn(cliWords, 'en').optionProfile)
    .option('--data <folder>', wordsIn(cliWords, 'en').optionData)
    .action((options: DatabaseOptions) =>
      withDatabase(options, (config) =>
        withNeeds(config, async ({ database, keyRing, audit }) => {
          for (const sealed of everythingSealed(keyRing))
            say(words.resealed(sealed.name, await reseal(database, sealed)));
          await database
            .transaction()
            .execute((tx) => audit.record(tx, { action: 'keys-rotated', actor: 'system' }));
          say(words.done(keyRing.newest));
        }),
      ),
    );
