import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { wordsIn } from '../../../kernel/words.ts';
import type { Database } from '../../../platform/database/database.ts';
import { listCategories } from '../../articles/category.store.ts';
import { writeArticleFile } from './article-file.ts';
import { listRelatedFiles, listWrittenOut } from './starter-articles.store.ts';
import { starterArticlesWords } from './starter-articles.words.ts';

/** `gatehouse articles export`: what the public reads, as files that can be brought in again, here or elsewhere. */
export async function exportArticlesTo(
  { database }: { database: Database },
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  const articles = await listWrittenOut(database);
  for (const article of articles) {
    const path = join(folder, `${article.source ?? `${article.category}/${article.slug}`}.md`);
    const related = await listRelatedFiles(database, article.id);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, writeArticleFile({ ...article, related }));
  }
  await mkdir(folder, { recursive: true });
  const categories = (await listCategories(database)).map(({ id: _, ...category }) => category);
  await writeFile(join(folder, 'categories.json'), `${JSON.stringify(categories, undefined, 2)}\n`);
  say(wordsIn(starterArticlesWords, 'en').written(articles.length, folder));
}
