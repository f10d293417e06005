import { wordsIn } from '../../../kernel/words.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { listCategories } from '../../articles/category.store.ts';
import type { FillNeeds } from './fill-help-centre.ts';
import { type Imported, importLibrary } from './import-library.ts';
import { type Library, readLibrary } from './read-library.ts';
import { starterArticlesWords } from './starter-articles.words.ts';

const words = wordsIn(starterArticlesWords, 'en');

/** `gatehouse articles import`: tells what became of each file. False when nothing was brought in. */
export async function importArticlesFrom(
  needs: FillNeeds,
  folder: string,
  say: (line: string) => void,
): Promise<boolean> {
  const library = await readLibrary(folder, words.problems);
  await missCategories(needs, library);
  for (const { file, line, problem } of library.problems) say(words.at(file, line, problem));
  if (library.problems.length > 0) say(words.nothingDone);
  else if (library.sets.length === 0) say(words.noFolder(folder));
  else {
    tell(await importLibrary(needs, library, (step) => inTransaction(needs.database, step)), say);
    return true;
  }
  return false;
}

/** A category may be of the file or of the desk. */
async function missCategories({ database }: FillNeeds, library: Library): Promise<void> {
  const known = new Set([...library.categories, ...(await listCategories(database))].map(({ slug }) => slug));
  for (const { source, file } of library.articles)
    if (!known.has(file.category))
      library.problems.push({
        file: `${source}.md`,
        line: 1,
        problem: words.problems.noCategory(file.category),
      });
}

function tell(imported: Imported, say: (line: string) => void): void {
  const counted = (wanted: string) => imported.filter(({ outcome }) => outcome === wanted).length;
  for (const { source, outcome } of imported) {
    if (outcome === 'kept') say(words.kept(`${source}.md`));
    if (outcome === 'taken') say(words.taken(`${source}.md`));
  }
  say(
    words.brought({
      added: counted('added'),
      changed: counted('changed'),
      unchanged: counted('unchanged'),
    }),
  );
}
