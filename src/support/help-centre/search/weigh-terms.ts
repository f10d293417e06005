import type { Phrase, Term } from './read-query.ts';
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
  /** What one of an article must hold to be looked at; undefined when nothing of it stands in any article. */
  any: string | undefined;
  /** All of it, for marking what was found. */
  all: string;
}

/** Above this a word is not worth looking at every article that holds it, while there are rarer ones. */
const common = 400;

/** The rarer what was asked for, the more finding it counts (as in BM25). */
export function weighTerms(terms: readonly Term[], vocabulary: Vocabulary, mostTerms: number): WeighedQuery {
  const weighed = terms
    .map((term) => weigh(term, vocabulary))
    .filter((term) => term !== undefined)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, mostTerms);
  const rare = weighed.filter(({ articles }) => articles <= common);
  const looked = rare.length > 0 ? rare : weighed.slice(0, 1);
  const all = joined(weighed.map(({ typed, others }) => joined([typed, others])));
  return {
    terms: weighed,
    any: joined(looked.map(({ typed, others }) => joined([typed, others]))) || undefined,
    all,
  };
}

function weigh(term: Term, vocabulary: Vocabulary): (WeighedTerm & { articles: number }) | undefined {
  const others = term.others.filter((phrase) => countOf(phrase, vocabulary) > 0);
  const articles = Math.max(
    term.isBegun ? 1 : 0,
    countOf(term.typed, vocabulary),
    ...others.map((phrase) => countOf(phrase, vocabulary)),
  );
  const isStop = term.typed.every((word) => !vocabulary.of(word)?.stem);
  if (articles === 0 || (isStop && others.length === 0)) return undefined;
  const own = countOf(term.typed, vocabulary) || articles;
  return {
    typed: isStop ? '' : asQuery(term.typed, term.isBegun),
    others: joined(others.map((phrase) => asQuery(phrase, false))),
    weight: Math.log(1 + (vocabulary.articles - own + 0.5) / (own + 0.5)),
    articles,
  };
}

/** In how many articles it can stand: as many as hold its rarest word. */
function countOf(phrase: Phrase, vocabulary: Vocabulary): number {
  const counts = phrase.map((word) => vocabulary.of(word)).filter((word) => word?.stem);
  return counts.length === 0 ? 0 : Math.min(...counts.map((word) => word?.articles ?? 0));
}

const asQuery = (phrase: Phrase, isBegun: boolean): string => {
  const words = phrase.map((word) => `'${word}'`);
  return `(${words.join(' <-> ')}${isBegun ? ':*' : ''})`;
};

const joined = (queries: readonly string[]): string => queries.filter(Boolean).join(' | ');
