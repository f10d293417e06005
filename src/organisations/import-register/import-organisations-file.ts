import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { wordsIn } from '../../kernel/words.ts';
import { type ImportRegisterNeeds, importRegister } from './import-register.ts';
import { importRegisterWords } from './import-register.words.ts';
import { reportLines } from './report-lines.ts';

const words = wordsIn(importRegisterWords, 'en');

/** Takes in a register from a file and says what it did. False, with the reason said, when it could not. */
export async function importOrganisationsFile(
  needs: ImportRegisterNeeds,
  file: string,
  say: (line: string) => void,
): Promise<boolean> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) {
    say(words.command.noFile(file));
    return false;
  }
  const imported = await importRegister(needs, { bytes, fileName: basename(file), actor: 'system' });
  if (imported.outcome === 'unreadable') {
    say(`${words.unreadable(imported.problem, imported.line)} ${words.nothingChanged}`);
    return false;
  }
  if (imported.outcome === 'imported') for (const line of reportLines(imported.report, words)) say(line);
  return true;
}
