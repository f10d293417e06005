import { join } from 'node:path';
import { Command } from 'commander';
import { startApplication } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { wordsIn } from '../kernel/words.ts';
import { openDataFolder } from '../platform/data-folder/index.ts';
import { cliWords } from './cli.words.ts';
import { closeInTime } from './close-in-time.ts';
import { requirePort } from './free-port.ts';
import { requireConfig } from './require-config.ts';
import { openSandboxDatabase } from './sandbox-database.ts';
import { say } from './say.ts';
import { listenForStop, type StopRequest } from './stop-request.ts';
import { projectFolder, version } from './version.ts';

interface StartOptions {
  profile?: string;
  port?: string;
  data?: string;
}

const words = wordsIn(cliWords, 'en');

export const startCommand = (): Command =>
  new Command('start')
    .description(words.describeStart)
    .option('--profile <name>', words.optionProfile)
    .option('--port <number>', words.optionPort)
    .option('--data <folder>', words.optionData)
    .action(async (options: StartOptions) => {
      process.exitCode = await start(options, listenForStop());
      say(words.stopped);
    });

/** Runs the sandbox until asked to stop. Each thing opened is closed again, whatever happens in between. */
async function start(options: StartOptions, stop: StopRequest): Promise<number> {
  const config = requireConfig(await readConfig({ mode: 'sandbox', ...options }));
  await requirePort(config.host, config.port);
  const place = options.data ?? join(projectFolder, 'data', config.profile);
  const folder = await openDataFolder(place, { profile: config.profile, version });
  try {
    const database = await openSandboxDatabase(config, folder.path);
    try {
      return await run({ ...config, databaseUrl: database.url, rootKeys: folder.rootKeys }, stop);
    } finally {
      await database.stop();
    }
  } finally {
    await folder.release();
  }
}

async function run(config: Config, stop: StopRequest): Promise<number> {
  const application = await startApplication(config, say);
  for (const line of words.ready(config.origin, config.profile)) say(line);
  const exitCode = await stop.made;
  say(words.stopping);
  return (await closeInTime(application)) ? exitCode : 1;
}
