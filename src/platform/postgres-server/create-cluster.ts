import { existsSync } from 'node:fs';
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { wordsIn } from '../../kernel/words.ts';
import { failureOf, lastLine } from './failure.ts';
import { postgresServerWords } from './postgres-server.words.ts';
import { refusal } from './refusal.ts';
import { runProgram } from './run-program.ts';
import type { PostgresMajor } from './server-binaries.ts';
import type { ServerPlace } from './server-place.ts';

export const serverAccount = 'gatehouse';

const words = wordsIn(postgresServerWords, 'en');

interface NewCluster {
  place: ServerPlace;
  binaries: string;
  major: PostgresMajor;
  password: string;
  forTests: boolean;
  say: (line: string) => void;
}

/** Makes the server's files beside their place and renames them, so one cut short is begun again. */
export async function createClusterIfMissing(cluster: NewCluster): Promise<void> {
  const data = join(cluster.place.folder, 'data');
  if (existsSync(data)) return refuseOtherMajor(data, cluster.major);
  cluster.say(words.creating);
  const draft = join(cluster.place.folder, 'data.new');
  await rm(draft, { recursive: true, force: true });
  const passwordFile = await handOver(cluster);
  try {
    await initialise(cluster, draft, passwordFile);
  } finally {
    await rm(passwordFile);
  }
  await rename(draft, data);
}

async function refuseOtherMajor(data: string, major: PostgresMajor): Promise<void> {
  const found = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  if (found !== major) throw refusal(words.otherMajor(found, major));
}

/** A file, because initdb cannot read a password from a pipe that belongs to another user. */
async function handOver({ place, password }: NewCluster): Promise<string> {
  const file = join(place.folder, 'new-password');
  await rm(file, { force: true });
  await writeFile(file, password, { mode: 0o600 });
  if (place.user) await chown(file, place.user.uid, place.user.gid);
  return file;
}

async function initialise(cluster: NewCluster, draft: string, passwordFile: string): Promise<void> {
  const always = ['-D', draft, `--username=${serverAccount}`, `--pwfile=${passwordFile}`];
  const sure = ['--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions'];
  const speed = cluster.forTests ? ['--no-sync'] : [];
  for (const locale of localesOf(cluster.major)) {
    const options = [...always, ...sure, ...speed, ...locale];
    const program = join(cluster.binaries, 'bin', 'initdb');
    const { exitCode, output } = await runProgram(program, options, cluster.place.user, cluster.place.folder);
    if (exitCode === 0) return;
    if (!/invalid locale/.test(output)) throw failureOf(output, words.didNotInitialise(lastLine(output)));
  }
  throw refusal(words.didNotInitialise('C.UTF-8'));
}

/** The second is for systems that do not know C.UTF-8 themselves. */
const localesOf = (major: PostgresMajor): string[][] =>
  major === '15'
    ? [['--locale=C.UTF-8'], ['--locale=C']]
    : [
        ['--locale-provider=builtin', '--locale=C.UTF-8'],
        ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      ];
