import { Command } from 'commander';
import { startApplication } from '../app.ts';
import { readConfig } from '../config.ts';
import { wordsIn } from '../kernel/words.ts';
import { cliWords } from './cli.words.ts';
import { closeInTime } from './close-in-time.ts';
import { requirePort } from './free-port.ts';
import { requireDatabase } from './reach-database.ts';
import { requireConfig } from './require-config.ts';
import { say } from './say.ts';
import { listenForStop } from './stop-request.ts';

const words = wordsIn(cliWords, 'en');

export const serveCommand = (): Command =>
  new Command('serve').description(words.describeServe).action(async () => {
    process.exitCode = await serve();
  });

/** Runs in production until asked to stop. */
async function serve(): Promise<number> {
  const stop = listenForStop();
  const config = requireConfig(await readConfig({ mode: 'production' }));
  await requirePort(config.host, config.port);
  await requireDatabase(config.databaseUrl);
  const application = await startApplication(config, say);
  say(words.serving(config.origin, config.host, config.port));
  const exitCode = await stop.made;
  say(words.stopping);
  return (await closeInTime(application)) ? exitCode : 1;
}
