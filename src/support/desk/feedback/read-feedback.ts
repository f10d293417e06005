import type { Actor } from '../../../kernel/actor.ts';
import { dayAt, mondaysUntil } from '../../../kernel/calendar-day.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { before, days } from '../../../kernel/duration.ts';
import { isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import type { Database } from '../../../platform/database/database.ts';
import type { Settings } from '../../../platform/settings/settings.ts';
import { findArticle } from '../../articles/article.store.ts';
import type { ArticleId } from '../../articles/article.ts';
import { countHeldFeedback } from '../../articles/article-feedback.store.ts';
import { writeArticles } from '../../policy.ts';
import {
  listArticleWork,
  listHeld,
  listRated,
  listWeeks,
  type WeekOfAnswers,
} from './desk-feedback.store.ts';

export interface ReadFeedbackNeeds {
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'helpCentre' | 'service'>;
}

const mostArticles = 50;
export const mostHeld = 100;
const weeksShown = 26;

export async function readWork(
  { database }: ReadFeedbackNeeds,
  actor: Actor | undefined,
  { isMine }: { isMine: boolean },
) {
  ask(writeArticles, actor, undefined);
  const owner = isMine ? actor.person.accountId : undefined;
  const [articles, held] = await Promise.all([
    listArticleWork(database, owner, mostArticles),
    countHeldFeedback(database),
  ]);
  return { articles, held, isMine };
}

export async function readHeld({ database }: ReadFeedbackNeeds, actor: Actor | undefined) {
  ask(writeArticles, actor, undefined);
  const [items, held] = await Promise.all([listHeld(database, mostHeld), countHeldFeedback(database)]);
  return { items, held };
}

/** How readers answered in the last half year: week by week, of one article or all. */
export async function readRates(
  { clock, database, settings }: ReadFeedbackNeeds,
  actor: Actor | undefined,
  { asked }: { asked: string | undefined },
) {
  ask(writeArticles, actor, undefined);
  const article = asked && isId(asked) ? await findArticle(database, asked as ArticleId) : undefined;
  const { timeZone } = settings.service;
  const mondays = mondaysUntil(dayAt(clock.now(), timeZone), weeksShown);
  const since = before(clock.now(), days(7 * weeksShown));
  const [weeks, articles, held] = await Promise.all([
    listWeeks(database, { since, timeZone, article: article?.id }),
    listRated(database, since, mostArticles),
    countHeldFeedback(database),
  ]);
  return { article: article?.title, weeks: mondays.map((week) => found(weeks, week)), articles, held };
}

const found = (weeks: readonly WeekOfAnswers[], week: string): WeekOfAnswers =>
  weeks.find((each) => each.week === week) ?? { week, yes: 0, no: 0 };
