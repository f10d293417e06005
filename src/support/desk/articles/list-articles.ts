import type { Actor } from '../../../kernel/actor.ts';
import { dayAt } from '../../../kernel/calendar-day.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import type { Category } from '../../articles/article.ts';
import { listCategories } from '../../articles/category.store.ts';
import { writeArticles } from '../../policy.ts';
import {
  type ArticleFilter,
  countArticles,
  type DeskArticle,
  listArticles,
  listWriters,
  type Writer,
} from './list-articles.store.ts';

export interface ListArticlesNeeds {
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'service'>;
}

/** As chosen on the page; what is none of the choices chooses nothing. */
export interface ChosenFilter {
  state: string;
  category: string;
  owner: string;
  review: boolean;
  page: number;
}

export interface ArticleList {
  articles: DeskArticle[];
  categories: Category[];
  writers: Writer[];
  today: string;
  total: number;
  page: number;
  pages: number;
}

const pageSize = 50;
const states = ['draft', 'published', 'archived'] as const;

export async function readArticles(
  { clock, database, settings }: ListArticlesNeeds,
  actor: Actor | undefined,
  chosen: ChosenFilter,
): Promise<ArticleList> {
  ask(writeArticles, actor, undefined);
  const today = dayAt(clock.now(), settings.service.timeZone);
  const filter = filterOf(chosen, today);
  const total = await countArticles(database, filter);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(Math.max(1, chosen.page), pages);
  const articles = await listArticles(database, filter, { from: (page - 1) * pageSize, atMost: pageSize });
  const [categories, writers] = await Promise.all([listCategories(database), listWriters(database)]);
  return { articles, categories, writers, today, total, page, pages };
}

const filterOf = ({ state, category, owner, review }: ChosenFilter, today: string): ArticleFilter => ({
  state: states.find((known) => known === state),
  isUnpublished: state === 'unpublished',
  categoryId: isId(category) ? category : undefined,
  owner: owner === 'nobody' || isId(owner) ? (owner as ArticleFilter['owner']) : undefined,
  reviewBy: review ? today : undefined,
});
