import { NotFound } from '../../../kernel/endings.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Category } from '../../articles/article.ts';
import { type CountedCategory, countedCategories, findCategory } from '../../articles/category.store.ts';
import {
  type AddressedArticle,
  findByAddress,
  type ListedArticle,
  listPublished,
  listQuestions,
  listRelated,
} from '../../articles/published.store.ts';

interface ReadNeeds {
  database: Database;
}

const mostQuestions = 20;

export interface HelpStart {
  /** Those with something to read. */
  categories: CountedCategory[];
  questions: ListedArticle[];
}

export async function readHelp({ database }: ReadNeeds): Promise<HelpStart> {
  const [categories, questions] = await Promise.all([
    countedCategories(database),
    listQuestions(database, mostQuestions),
  ]);
  return { categories: categories.filter(({ articles }) => articles > 0), questions };
}

export interface ReadCategory {
  category: Category;
  articles: ListedArticle[];
}

export async function readCategory({ database }: ReadNeeds, slug: string): Promise<ReadCategory> {
  const category = await findCategory(database, slug);
  if (!category) throw new NotFound('category');
  return { category, articles: await listPublished(database, category.id) };
}

export type ReadArticleOutcome =
  | { outcome: 'found'; article: AddressedArticle; related: ListedArticle[] }
  | { outcome: 'moved'; article: AddressedArticle }
  | { outcome: 'archived'; article: AddressedArticle };

/** A published article at its newest address. Nobody learns that a draft is there, or what replaces an archived one. */
export async function readArticle(
  { database }: ReadNeeds,
  { category, slug }: { category: string; slug: string },
): Promise<ReadArticleOutcome> {
  const article = await findByAddress(database, slug);
  if (!article?.publishedAt) throw new NotFound('article');
  if (article.state === 'archived') return { outcome: 'archived', article };
  if (article.category !== category || article.slug !== slug) return { outcome: 'moved', article };
  return { outcome: 'found', article, related: await listRelated(database, article.id) };
}
