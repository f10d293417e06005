import type { Database } from '../../../platform/database/database.ts';
import { plainText } from '../../articles/plain-text.ts';
import type { ListedArticle } from '../../articles/published.store.ts';
import { excerptPieces, type Piece, piecesOf } from './highlight.ts';
import { typedWords } from './read-query.ts';
import { bodiesOf, excerptsOf, type RankedArticle, rankArticles } from './search.store.ts';
import { type AskedWords, type Leniency, lookUpAsked, understandQuery } from './understand-query.ts';

export interface FoundArticle extends ListedArticle {
  categoryTitle: string;
  titlePieces: Piece[];
  excerpt: Piece[];
}

export interface SearchOutcome {
  asked: AskedWords;
  /** The page that was asked for, best first. */
  articles: FoundArticle[];
  total: number;
  /** How a query with a slip in it was read. */
  corrected: string | undefined;
}

/** Nobody reads further, they ask again in other words. */
export const mostFound = 100;
/** What fits much less than the best does not answer the question. */
const worthShowing = 0.2;
const excerptWords = 32;

/** Finds articles in the words that people use: any form of a word, with slips, and with other words for the same. */
export async function searchArticles(
  database: Database,
  query: string,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<SearchOutcome> {
  const asked = await lookUpAsked(database, typedWords(query));
  const { ranked, all, corrected } = await rank(database, asked, { limit: mostFound });
  const page = ranked.slice(offset, offset + limit);
  const articles = page.length > 0 ? await withExcerpts(database, page, all) : [];
  return { asked, articles, total: ranked.length, corrected: ranked.length > 0 ? corrected : undefined };
}

/** The titles to offer while somebody types: their last word may go on. */
export async function suggestArticles(
  database: Database,
  query: string,
  limit: number,
): Promise<RankedArticle[]> {
  const isStillTyped = !/\s$/.test(query);
  const asked = await lookUpAsked(database, typedWords(query));
  return (await rank(database, asked, { isStillTyped, limit })).ranked;
}

/** For who found nothing: articles that hold words somewhat like theirs. */
export const nearlyArticles = async (
  database: Database,
  asked: AskedWords,
  limit: number,
): Promise<ListedArticle[]> => (await rank(database, asked, { isFarFetched: true, limit })).ranked;

/** Longer texts than a search, like what somebody writes to support; the first words say what it is about. */
const longestText = 2_000;

/** The articles that may answer a text. */
export async function nearestArticles(
  database: Database,
  text: string,
  { limit }: { limit: number },
): Promise<ListedArticle[]> {
  const words = [...new Set(typedWords(text, longestText))];
  return (await rank(database, await lookUpAsked(database, words), { limit })).ranked;
}

async function rank(
  database: Database,
  asked: AskedWords,
  { limit, ...leniency }: Leniency & { limit: number },
) {
  const { candidates, all, terms, corrected } = await understandQuery(database, asked, leniency);
  const ranked = candidates.length > 0 ? await rankArticles(database, { terms, candidates, limit }) : [];
  const enough = (ranked[0]?.score ?? 0) * worthShowing;
  return { ranked: ranked.filter(({ score }) => score >= enough), all, corrected };
}

async function withExcerpts(
  database: Database,
  ranked: readonly RankedArticle[],
  query: string,
): Promise<FoundArticle[]> {
  const markdown = await bodiesOf(
    database,
    ranked.map(({ id }) => id),
  );
  const bodies = ranked.map(({ summary }, at) => `${summary} ${plainText(markdown[at] ?? '')}`.trim());
  const marked = await excerptsOf(
    database,
    [...ranked.map(({ title }) => title), ...bodies],
    query,
    excerptWords,
  );
  return ranked.map((article, at) => ({
    ...article,
    titlePieces: piecesOf(marked[at] ?? article.title),
    excerpt: excerptPieces(marked[ranked.length + at] ?? '', bodies[at] ?? ''),
  }));
}
