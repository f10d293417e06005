import { join } from 'node:path';
import { type Config, readConfig } from '../config.ts';
import { wordsIn } from '../kernel/words.ts';
import { openDataFolder, readRootKey, recordedProfile, userOfFolder } from '../platform/data-folder/index.ts';
import { findRunningServer, refusal } from '../platform/postgres-server/index.ts';
import { cliWords } from './cli.words.ts';
import { requireConfig } from './require-config.ts';
import { openSandboxDatabase } from './sandbox-database.ts';
import { projectFolder, version } from './version.ts';

export interface DatabaseOptions {
  data?: string;
  profile?: string;
  /** Where the sandbox listens, for commands that write links. */
  port?: string;
}

const words = wordsIn(cliWords, 'en');

/**
 * Runs a command's work on the installation it means: the sandbox of `--data` or `--profile`, joining its server
 * or starting it for the while; else production where DATABASE_URL is set; else the default sandbox.
 */
export async function withDatabase<Result>(
  options: DatabaseOptions,
  work: (config: Config) => Promise<Result>,
): Promise<Result> {
  const meansSandbox = options.data !== undefined || options.profile !== undefined;
  const profile = await profileOf(options);
  const sandbox = await readConfig({ mode: 'sandbox', profile, port: options.port });
  const isProduction = !meansSandbox && requireConfig(sandbox).databaseUrl !== '';
  if (isProduction) return work(requireConfig(await readConfig({ mode: 'production' })));
  return inSandbox(requireConfig(sandbox), options, work);
}

/** A folder knows which profile made it, so `--data` alone is enough. */
async function profileOf({ data, profile }: DatabaseOptions): Promise<string | undefined> {
  return profile ?? (data === undefined ? undefined : await recordedProfile(data));
}

async function inSandbox<Result>(
  config: Config,
  options: DatabaseOptions,
  work: (config: Config) => Promise<Result>,
): Promise<Result> {
  const place = options.data ?? join(projectFolder, 'data', config.profile);
  if ((await recordedProfile(place)) === undefined) throw refusal(words.noDataFolder(place));
  const running = (await userOfFolder(place)) !== undefined;
  const joined = running ? config.databaseUrl || (await findRunningServer(place)) : undefined;
  if (joined) return work({ ...config, databaseUrl: joined, rootKeys: await readRootKey(place) });
  const folder = await openDataFolder(place, { profile: config.profile, version });
  try {
    return await withServer(config, folder.path, (databaseUrl) =>
      work({ ...config, databaseUrl, rootKeys: folder.rootKeys }),
    );
  } finally {
    await folder.release();
  }
}

async function withServer<Result>(
  config: Config,
  folder: string,
  work: (databaseUrl: string) => Promise<Result>,
): Promise<Result> {
  const database = await openSandboxDatabase(config, folder);
  try {
    return await work(database.url);
  } finally {
    await database.stop();
  }
}
