import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import type { Category } from '../../articles/article.ts';
import { countedCategories } from '../../articles/category.store.ts';
import { type ListedArticle, listQuestions } from '../../articles/published.store.ts';
import { countHelp } from '../../count-help.ts';
import { nearlyArticles, type SearchOutcome, searchArticles } from './search-articles.ts';
import type { AskedWords } from './understand-query.ts';

export interface SearchHelpNeeds {
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'service'>;
}

export type HelpSearch =
  | { outcome: 'nothing-asked'; questions: ListedArticle[] }
  | {
      outcome: 'nothing-found';
      nearest: ListedArticle[];
      categories: Category[];
      questions: ListedArticle[];
    }
  | ({ outcome: 'found'; page: number; pages: number } & SearchOutcome);

const onPage = 10;
const mostInstead = 6;

/** Searches the help centre. Whatever was typed leads on to something to read. */
export async function searchHelp(needs: SearchHelpNeeds, query: string, asked: number): Promise<HelpSearch> {
  const { database } = needs;
  if (query.trim() === '')
    return { outcome: 'nothing-asked', questions: await listQuestions(database, mostInstead) };
  const first = await searchArticles(database, query, { limit: onPage, offset: (asked - 1) * onPage });
  const pages = Math.ceil(first.total / onPage);
  const page = Math.min(asked, pages);
  if (asked === 1) {
    await countHelp(needs, 'searched');
    if (first.total === 0) await countHelp(needs, 'nothing-found');
  }
  if (first.total === 0) return nothingFound(database, first.asked);
  const found =
    page === asked
      ? first
      : await searchArticles(database, query, { limit: onPage, offset: (page - 1) * onPage });
  return { outcome: 'found', page, pages, ...found };
}

async function nothingFound(database: Database, asked: AskedWords): Promise<HelpSearch> {
  const nearest = await nearlyArticles(database, asked, mostInstead);
  const [categories, questions] = await Promise.all([
    countedCategories(database),
    listQuestions(database, mostInstead),
  ]);
  const filled = categories.filter(({ articles }) => articles > 0);
  const others = questions.filter(({ id }) => !nearest.some((near) => near.id === id));
  return { outcome: 'nothing-found', nearest, categories: filled, questions: others };
}
