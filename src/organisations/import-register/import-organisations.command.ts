import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { wordsIn } from '../../kernel/words.ts';
import { type ImportRegisterNeeds, importRegister } from './import-register.ts';
import { importRegisterWords } from './import-register.words.ts';
import { reportLines } from './report-lines.ts';

export interface ImportCommandEdges {
  say(line: string): void;
  complain(line: string): void;
  /** Runs work with a connected application's needs, and lets go of them afterwards. */
  withNeeds<Result>(work: (needs: ImportRegisterNeeds) => Promise<Result>): Promise<Result>;
}

/** `gatehouse import-organisations FILE`; exit code 1 when the file could not be taken in. */
export function importOrganisationsCommand(program: Command, edges: ImportCommandEdges): Command {
  const words = wordsIn(importRegisterWords, 'en');
  return program
    .command('import-organisations')
    .description(words.command.summary)
    .argument('<file>', words.command.file)
    .action(async (file: string) => {
      if (!(await importOrganisationsFile(file, edges))) process.exitCode = 1;
    });
}

export async function importOrganisationsFile(file: string, edges: ImportCommandEdges): Promise<boolean> {
  const words = wordsIn(importRegisterWords, 'en');
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) {
    edges.complain(words.command.noFile(file));
    return false;
  }
  const imported = await edges.withNeeds((needs) =>
    importRegister(needs, { bytes, fileName: basename(file), actor: 'system' }),
  );
  if (imported.outcome === 'unreadable') {
    edges.complain(`${words.unreadable(imported.problem, imported.line)} ${words.nothingChanged}`);
    return false;
  }
  if (imported.outcome === 'imported')
    for (const line of reportLines(imported.report, words)) edges.say(line);
  return true;
}
