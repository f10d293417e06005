import type { Config } from '../config.ts';
import { wordsIn } from '../kernel/words.ts';
import { startPostgresServer } from '../platform/postgres-server/index.ts';
import { cliWords } from './cli.words.ts';
import { keepAlive } from './keep-alive.ts';
import { placeOf, requireDatabase } from './reach-database.ts';
import { say } from './say.ts';

export interface SandboxDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/** The operator's own database where DATABASE_URL names one, else the server that comes with Gatehouse. */
export async function openSandboxDatabase(config: Config, dataFolder: string): Promise<SandboxDatabase> {
  return config.databaseUrl ? ownDatabase(config.databaseUrl) : broughtServer(dataFolder);
}

async function ownDatabase(url: string): Promise<SandboxDatabase> {
  say(wordsIn(cliWords, 'en').usingDatabase(placeOf(url)));
  await requireDatabase(url);
  return { url, stop: async () => undefined };
}

async function broughtServer(dataFolder: string): Promise<SandboxDatabase> {
  const server = await startPostgresServer({ dataFolder, say });
  const endWatch = keepAlive(server);
  return {
    url: server.url,
    stop: async () => {
      await endWatch();
      await server.stop();
    },
  };
}
