import { join } from 'node:path';
import { wordsIn } from '../../../kernel/words.ts';
import { type Database, inTransaction } from '../../../platform/database/database.ts';
import type { ImportNeeds } from './import-article.ts';
import { importLibrary } from './import-library.ts';
import { readLibrary } from './read-library.ts';
import { hasArticles, holdCategories } from './starter-articles.store.ts';
import { starterArticlesWords } from './starter-articles.words.ts';

export interface FillNeeds extends ImportNeeds {
  database: Database;
}

/** Beside `src` and `dist` alike. */
export const starterFolder = join(import.meta.dirname, '../../../../content/help');

/** Gives a new installation the articles of its sets, once; what its editors make of them is theirs. */
export async function fillHelpCentre(needs: FillNeeds, onStep: (step: string) => void): Promise<void> {
  if (await hasArticles(needs.database)) return;
  const words = wordsIn(starterArticlesWords, 'en');
  const { sets } = needs.settings.helpCentre;
  const library = await readLibrary(starterFolder, words.problems, sets);
  for (const set of sets) if (!library.sets.includes(set)) onStep(words.noSet(set));
  const [first] = library.problems;
  if (first) throw new Error(words.at(first.file, first.line, first.problem));
  onStep(words.filling);
  await inTransaction(needs.database, async (tx) => {
    await holdCategories(tx);
    if (!(await hasArticles(tx))) await importLibrary(needs, library, (step) => step(tx));
  });
}
