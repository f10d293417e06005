import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { findNewestSeal, type KeptSeal, keepSeal, readKeptSeal, verifyAudit } from '../audit/index.ts';
import type { Needs } from '../composition/needs.ts';
import { wordsIn } from '../kernel/words.ts';
import { refusal } from '../platform/postgres-server/index.ts';
import { auditWords } from './audit.words.ts';
import { cliWords } from './cli.words.ts';
import { say } from './say.ts';
import { type DatabaseOptions, withDatabase } from './with-database.ts';
import { withNeeds } from './with-needs.ts';

const words = wordsIn(auditWords, 'en');

export const auditCommand = (): Command =>
  new Command('audit').description(words.describe).addCommand(verify()).addCommand(newestSeal());

const inInstallation = (command: Command): Command =>
  command
    .option('--profile <name>', wordsIn(cliWords, 'en').optionProfile)
    .option('--data <folder>', wordsIn(cliWords, 'en').optionData);

const verify = (): Command =>
  inInstallation(new Command('verify'))
    .description(words.describeVerify)
    .option('--seal <file>', words.sealFile)
    .action(async ({ seal, ...options }: DatabaseOptions & { seal?: string }) => {
      const kept = seal === undefined ? undefined : await readSealFile(seal);
      const isWhole = await withDatabase(options, (config) =>
        withNeeds(config, (needs) => tellWhetherWhole(needs, kept, say)),
      );
      if (!isWhole) process.exitCode = 1;
    });

async function readSealFile(file: string): Promise<KeptSeal> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw refusal(words.noSuchFile(file));
  const kept = readKeptSeal(text);
  if (!kept) throw refusal(words.noSeal(file));
  return kept;
}

/** False when something is wrong; the first of it is said. */
export async function tellWhetherWhole(
  needs: Pick<Needs, 'database' | 'keyRing'>,
  kept: KeptSeal | undefined,
  tell: (line: string) => void,
): Promise<boolean> {
  const { finding, seals, events, notSealed } = await verifyAudit(needs, kept);
  tell(words.checked(seals, events));
  if (finding) tell('id' in finding ? words.event(finding) : words.seals[finding.found](finding.number));
  else {
    tell(words.whole);
    if (notSealed > 0) tell(words.notSealed(notSealed));
    tell(kept ? words.heldAgainst : words.keepOne);
  }
  return !finding;
}

const newestSeal = (): Command =>
  inInstallation(new Command('newest-seal'))
    .description(words.describeNewestSeal)
    .action(async (options: DatabaseOptions) => {
      const seal = await withDatabase(options, (config) =>
        withNeeds(config, ({ database }) => findNewestSeal(database)),
      );
      if (!seal) throw refusal(words.noSealYet);
      say(JSON.stringify(keepSeal(seal)));
    });
