import type { Tx } from '../../platform/database/database.ts';
import { foldedText } from './fold-words.ts';
import { changeWordCounts, findIndexedText, type IndexedTexts, updateIndex } from './index-article.store.ts';
import { plainText } from './plain-text.ts';

/** An article as it is searched. */
export interface SearchedArticle {
  id: string;
  title: string;
  summary: string;
  /** Markdown. */
  body: string;
  keywords: readonly string[];
  /** Only published articles are found; others leave the index. */
  isPublished: boolean;
}

/** Brings the index up to date with an article, in the transaction that changed it. */
export async function indexArticle(tx: Tx, article: SearchedArticle): Promise<void> {
  const before = wordsIn(await findIndexedText(tx, article.id));
  const texts = article.isPublished ? textsOf(article) : nothing;
  const after = wordsIn(Object.values(texts).join(' '));
  await updateIndex(tx, article.id, texts);
  const changes = [
    ...[...after].filter((word) => !before.has(word)).map((word) => ({ word, by: 1 })),
    ...[...before].filter((word) => !after.has(word)).map((word) => ({ word, by: -1 })),
  ];
  if (changes.length > 0) await changeWordCounts(tx, changes);
}

const nothing: IndexedTexts = { title: '', keywords: '', summary: '', body: '' };

const textsOf = (article: SearchedArticle): IndexedTexts => ({
  title: foldedText(article.title),
  keywords: foldedText(...article.keywords),
  summary: foldedText(article.summary),
  body: foldedText(plainText(article.body)),
});

const wordsIn = (text: string): Set<string> => new Set(text.split(' ').filter(Boolean));
