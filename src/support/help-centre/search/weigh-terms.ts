import { headlineMark } from '../../articles/index-article.store.ts';
import { isFiller, type Phrase, type Term } from './read-query.ts';
import type { LookedUpWord, WeighedTerm } from './search.store.ts';

export interface Vocabulary {
  of(word: string): LookedUpWord | undefined;
  articles: number;
}

export const vocabularyOf = (words: readonly LookedUpWord[], articles: number): Vocabulary => {
  const known = new Map(words.map((each) => [each.word, each]));
  return { articles, of: (word) => known.get(word) };
};

export interface WeighedQuery {
  terms: WeighedTerm[];
  /** Each finds some of the articles that are worth comparing; none when nothing that was asked stands anywhere. */
  candidates: string[];
  /** All of it, for marking what was found. */
  all: string;
}

/** So many are compared whatever they are. */
const few = 200;

/** The rarer what was asked for, the more finding it counts (as in BM25). */
export function weighTerms(terms: readonly Term[], vocabulary: Vocabulary, mostTerms: number): WeighedQuery {
  const weighed = terms
    .map((term) => weigh(term, vocabulary))
    .filter((term) => term !== undefined)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, mostTerms);
  const all = either(weighed.map(({ typed, others }) => either([typed, others])));
  return { terms: weighed, candidates: candidatesOf(weighed, vocabulary.articles), all };
}

interface Weighed extends WeighedTerm {
  articles: number;
  /** What was typed, without what else says the same. */
  itself: string;
  anywhere: string;
  inHeadline: string;
}

function weigh(term: Term, vocabulary: Vocabulary): Weighed | undefined {
  const others = term.others.filter((phrase) => countOf(phrase, vocabulary) > 0);
  const isStop = stemsOf(term.typed, vocabulary).length === 0;
  const isBegun = term.isBegun && !isStop;
  const own = countOf(term.typed, vocabulary);
  const articles = own || Math.max(isBegun ? 1 : 0, ...others.map((phrase) => countOf(phrase, vocabulary)));
  if (articles === 0) return undefined;
  const phrases = own > 0 || isBegun ? [term.typed, ...others] : others;
  const lexemes = (mark: string) =>
    either(
      phrases.map((phrase) => both(lexemesOf(phrase, vocabulary, mark, isBegun && phrase === term.typed))),
    );
  return {
    typed: isStop ? '' : asQuery(term.typed, isBegun),
    others: either(others.map((phrase) => asQuery(phrase, false))),
    weight:
      (isFiller(term.typed) ? 0.3 : 1) *
      Math.log(1 + (vocabulary.articles - articles + 0.5) / (articles + 0.5)),
    articles,
    itself: own > 0 ? both(lexemesOf(term.typed, vocabulary, '', isBegun)) : '',
    anywhere: lexemes(''),
    inHeadline: lexemes(headlineMark),
  };
}

/**
 * Comparing every article that holds a common word would take too long where there are thousands. Those that hold all of
 * it or its rarest part, and those whose title or keywords do, have what answers the question among them.
 */
function candidatesOf(weighed: readonly Weighed[], articles: number): string[] {
  const telling = weighed.slice(0, 3);
  const anywhere = telling.map((term) => term.anywhere);
  const inHeadline = telling.map((term) => term.inHeadline);
  const [rarest = '', second = ''] = anywhere;
  const found = [
    both(inHeadline),
    either(inHeadline),
    both(anywhere),
    both([rarest, second]),
    ...telling.filter((term) => term.articles <= few).map((term) => term.itself),
    ...(articles <= few ? [either(weighed.map((term) => term.anywhere))] : []),
  ];
  return [...new Set(found.filter(Boolean))];
}

const stemsOf = (phrase: Phrase, vocabulary: Vocabulary): LookedUpWord[] =>
  phrase.map((word) => vocabulary.of(word)).filter((word) => word?.stem) as LookedUpWord[];

/** In how many articles it can stand: as many as hold its rarest word. */
function countOf(phrase: Phrase, vocabulary: Vocabulary): number {
  const counts = stemsOf(phrase, vocabulary).map(({ articles }) => articles);
  return counts.length === 0 ? 0 : Math.min(...counts);
}

/** A word that may go on is looked for as it stands, and as the index would keep it were it whole. */
function lexemesOf(phrase: Phrase, vocabulary: Vocabulary, mark: string, isBegun: boolean): string[] {
  const stems = stemsOf(phrase, vocabulary).map(({ stem }) => `'${mark}${stem}'`);
  return isBegun ? [either([`'${mark}${phrase.join('')}':*`, ...stems])] : stems;
}

const asQuery = (phrase: Phrase, isBegun: boolean): string => {
  const words = phrase.map((word) => `'${word}'`);
  return `(${words.join(' <-> ')}${isBegun ? ':*' : ''})`;
};

const either = (queries: readonly string[]): string => joined(queries, '|');
const both = (queries: readonly string[]): string => joined(queries, '&');
const joined = (queries: readonly string[], by: string): string => {
  const some = [...new Set(queries.filter(Boolean))];
  return some.length > 1 ? `(${some.join(` ${by} `)})` : (some[0] ?? '');
};
