import type { Ids } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { takeExactly } from '../../articles/address.store.ts';
import { addArticle, addVersion, holdArticle } from '../../articles/article.store.ts';
import { type Article, type ArticleText, type CategoryId, hasSameText } from '../../articles/article.ts';
import { type PublishNeeds, publishVersion } from '../../articles/publish-version.ts';
import { findNewestVersion } from '../../articles/version.store.ts';
import type { ArticleFile } from './article-file.ts';
import { findIdOfFile, isTaken, keepSource } from './starter-articles.store.ts';

export interface ImportNeeds extends PublishNeeds {
  ids: Ids;
}

/** `kept`: changed at the desk, and left as it is there. `taken`: another article has its address. */
export type ImportOutcome = 'added' | 'changed' | 'unchanged' | 'kept' | 'taken';

interface Source {
  source: string;
  slug: string;
  file: ArticleFile;
  categoryId: CategoryId;
}

/** Brings one file in: its article when there is none, or a new version where nobody at the desk wrote since. */
export async function importArticle(needs: ImportNeeds, tx: Tx, from: Source): Promise<ImportOutcome> {
  const id = await findIdOfFile(tx, from);
  const article = id && (await holdArticle(tx, id));
  return article ? renew(needs, tx, article, from) : add(needs, tx, from);
}

const textOfFile = ({ file, categoryId }: Source): ArticleText => ({
  title: file.title,
  summary: file.summary,
  body: file.body,
  keywords: file.keywords,
  isQuestion: file.isQuestion,
  categoryId,
});

async function add(needs: ImportNeeds, tx: Tx, from: Source): Promise<ImportOutcome> {
  const id = needs.ids.next<'article'>();
  const now = needs.clock.now();
  const { slug, source } = from;
  const { position } = from.file;
  if (await isTaken(tx, slug)) return 'taken';
  const text = textOfFile(from);
  await addArticle(tx, { ...text, id, slug, source, position, ownerId: null, now });
  const article = await holdArticle(tx, id);
  if (!article || !(await takeExactly(tx, id, slug, now))) throw new Error(`${slug} was taken meanwhile`);
  await publishFile(needs, tx, article, { text, number: 1 });
  return 'added';
}

async function renew(needs: ImportNeeds, tx: Tx, article: Article, from: Source): Promise<ImportOutcome> {
  const newest = await findNewestVersion(tx, article.id);
  const text = textOfFile(from);
  await keepSource(tx, article.id, from.source);
  if (hasSameText(newest, text)) return 'unchanged';
  if (!newest.fromFile || article.state !== 'published') return 'kept';
  await publishFile(needs, tx, article, { text, number: newest.number + 1 });
  return 'changed';
}

/** Its address is the name of its file, whatever its title. */
async function publishFile(
  needs: ImportNeeds,
  tx: Tx,
  article: Article,
  { text, number }: { text: ArticleText; number: number },
): Promise<void> {
  const version = {
    ...text,
    articleId: article.id,
    number,
    note: '',
    fromFile: true,
    writtenBy: null,
    writtenAt: needs.clock.now(),
  };
  await addVersion(tx, version);
  await publishVersion(
    needs,
    tx,
    { ...article, title: text.title },
    { ...version, publishedAt: null },
    'system',
  );
}
