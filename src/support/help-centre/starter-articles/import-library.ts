import type { Tx } from '../../../platform/database/database.ts';
import { saveRelated } from '../../articles/article.store.ts';
import type { CategoryId } from '../../articles/article.ts';
import { addCategory, findCategory } from '../../articles/category.store.ts';
import { type ImportNeeds, type ImportOutcome, importArticle } from './import-article.ts';
import type { Library } from './read-library.ts';
import { findIdOfFile, idsOfSlugs } from './starter-articles.store.ts';

export type Imported = { source: string; outcome: ImportOutcome }[];

/** Runs one step; each in a transaction of its own, or all in one. */
export type InTurn = <Result>(step: (tx: Tx) => Promise<Result>) => Promise<Result>;

/** Brings a whole folder in. What is there already keeps its name and place; only its own words change. */
export async function importLibrary(needs: ImportNeeds, library: Library, inTurn: InTurn): Promise<Imported> {
  const categories = await inTurn((tx) => ensureCategories(needs, tx, library));
  const imported: Imported = [];
  for (const { source, slug, file } of library.articles) {
    const categoryId = categories.get(file.category);
    if (!categoryId) throw new Error(`${source} is in the category ${file.category}, which nobody knows`);
    const from = { source, slug, file, categoryId };
    imported.push({ source, outcome: await inTurn((tx) => importArticle(needs, tx, from)) });
  }
  const written = new Set(imported.filter(({ outcome }) => isNews(outcome)).map(({ source }) => source));
  for (const article of library.articles)
    if (written.has(article.source)) await inTurn((tx) => relate(tx, article));
  return imported;
}

const isNews = (outcome: ImportOutcome): boolean => outcome === 'added' || outcome === 'changed';

async function ensureCategories(
  needs: ImportNeeds,
  tx: Tx,
  { articles, categories }: Library,
): Promise<Map<string, CategoryId>> {
  const used = new Set(articles.map(({ file }) => file.category));
  const ids = new Map<string, CategoryId>();
  for (const category of categories.filter(({ slug }) => used.has(slug)))
    await addCategory(tx, { ...category, id: needs.ids.next<'article-category'>() }, needs.clock.now());
  for (const slug of used) {
    const found = await findCategory(tx, slug);
    if (found) ids.set(slug, found.id);
  }
  return ids;
}

/** Once all are there; what is in a set that was not brought in is left out. */
async function relate(tx: Tx, { source, slug, file }: Library['articles'][number]): Promise<void> {
  const id = await findIdOfFile(tx, { source, slug });
  if (!id) return;
  const related = await idsOfSlugs(tx, file.related);
  await saveRelated(
    tx,
    id,
    related.filter((other) => other !== id),
  );
}
