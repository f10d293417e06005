import pg from 'pg';
import { wordsIn } from '../../kernel/words.ts';
import { createClusterIfMissing } from './create-cluster.ts';
import { postgresServerWords } from './postgres-server.words.ts';
import { addressOf, runningServerIn } from './running-server.ts';
import { binariesFor, type PostgresMajor } from './server-binaries.ts';
import { keepServerPassword } from './server-password.ts';
import { forgetPlace, placeOfServer } from './server-place.ts';
import { launch, type ServerFiles, stopServer } from './server-process.ts';

export interface PostgresServerOptions {
  /** A folder of the caller's, which must exist; nobody else may start a server on it meanwhile. */
  dataFolder: string;
  say?: (line: string) => void;
  binaries?: PostgresMajor;
  /** Nothing is forced to disk, and stopping removes the server's files. */
  forTests?: boolean;
}

export interface PostgresServer {
  readonly url: string;
  isRunning(): Promise<boolean>;
  /** Starts it again at the same address after it was killed. */
  revive(): Promise<void>;
  stop(): Promise<void>;
}

const words = wordsIn(postgresServerWords, 'en');
const quiet = (): void => undefined;

/** Starts the server of a data folder, creating it the first time and clearing up after a killed one. */
export async function startPostgresServer(options: PostgresServerOptions): Promise<PostgresServer> {
  const { dataFolder, say = quiet, binaries: major = '18', forTests = false } = options;
  const password = await keepServerPassword(dataFolder);
  const place = await placeOfServer(dataFolder, say);
  const binaries = await binariesFor(major, place.user, say);
  const files: ServerFiles = { ...place, binaries, forTests };
  if (await stopServer(files)) say(words.stoppingOrphan);
  await createClusterIfMissing({ place, binaries, major, password, forTests, say });
  say(words.starting);
  const server = await launch(files, say);
  await createDatabase(addressOf(server, password, 'postgres')).catch(async (error) => {
    await stopServer(files);
    throw error;
  });
  return {
    url: addressOf(server, password),
    isRunning: async () => (await runningServerIn(place.folder)) !== undefined,
    revive: async () => {
      await launch(files, say, server.port);
    },
    stop: async () => {
      await stopServer(files);
      if (forTests) await forgetPlace(place.folder);
    },
  };
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'gatehouse'`);
    if (rowCount === 0) await client.query('CREATE DATABASE gatehouse');
  } finally {
    await client.end();
  }
}
