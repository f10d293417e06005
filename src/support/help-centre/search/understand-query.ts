import type { Database } from '../../../platform/database/database.ts';
import { type KnownWord, mostSlips, nearestWord } from './near-words.ts';
import { termsOf, wordsOfTerms } from './read-query.ts';
import { countPublished, isBeginning, type LookedUpWord, lookUpWords, wordsLike } from './search.store.ts';
import { synonyms } from './synonyms.ts';
import { vocabularyOf, type WeighedQuery, weighTerms } from './weigh-terms.ts';

export interface UnderstoodQuery extends WeighedQuery {
  /** The words it is read as, when some that nobody wrote were taken for others. */
  corrected: string | undefined;
}

/** More of them tell no more, and each costs time. */
const mostTerms = 12;
/** Each is a look through all words; a text full of words that nobody knows is in another language. */
const mostGuesses = 6;

export interface Leniency {
  /** The last word may go on. */
  isStillTyped?: boolean;
  /** Takes words for others that are only somewhat like them; for who found nothing. */
  isFarFetched?: boolean;
}

/** What the articles know of the words that were typed: looked up once, however often it is then read. */
export interface AskedWords {
  words: readonly string[];
  known: ReadonlyMap<string, LookedUpWord>;
  /** For words that stand nowhere, those somewhat like them. */
  near: ReadonlyMap<string, readonly KnownWord[]>;
  /** How many are published. */
  articles: number;
}

export async function lookUpAsked(database: Database, words: readonly string[]): Promise<AskedWords> {
  const [lookedUp, articles] = await Promise.all([
    lookUpWords(database, wordsOfTerms(termsOf(words))),
    countPublished(database),
  ]);
  const known = new Map(lookedUp.map((each) => [each.word, each]));
  const unknown = words.filter((word) => !isUnderstood(word, known.get(word)));
  const last = words.at(-1);
  // The last may be the beginning of one.
  if (last && unknown.at(-1) === last && (await isBeginning(database, last))) unknown.pop();
  const guessed = [...new Set(unknown)].slice(0, mostGuesses);
  const alike = await wordsLike(database, guessed);
  return { words, known, articles, near: new Map(guessed.map((word) => [word, alike.get(word) ?? []])) };
}

/** Reads what was typed: forms and synonyms of words, and for a word that stands nowhere the nearest that does. */
export async function understandQuery(
  database: Database,
  { words, known, near, articles }: AskedWords,
  { isStillTyped = false, isFarFetched = false }: Leniency,
): Promise<UnderstoodQuery> {
  const meant = words.map((word) => {
    const alike = near.get(word);
    return (alike && nearestTo(word, alike, isFarFetched)) ?? word;
  });
  const isCorrected = meant.some((word, at) => word !== words[at]);
  const terms = termsOf(meant);
  const more = isCorrected ? await lookUpWords(database, wordsOfTerms(terms)) : [];
  const vocabulary = vocabularyOf([...known.values(), ...more], articles);
  const last = terms.at(-1);
  const begun =
    last && last.typed.length === 1 && (isStillTyped || !vocabulary.of(last.typed[0] ?? '')?.articles);
  const weighed = weighTerms(
    terms.map((term) => ({ ...term, isBegun: term === last && begun === true })),
    vocabulary,
    mostTerms,
  );
  return { ...weighed, corrected: isCorrected ? meant.join(' ') : undefined };
}

const nearestTo = (word: string, near: readonly KnownWord[], isFarFetched: boolean): string | undefined =>
  nearestWord(word, [...near, ...synonymWords], isFarFetched ? Math.ceil(word.length / 2) : mostSlips(word));

/** Stands in articles, or says the same as something that does, or is too short or too much of a number to guess at. */
const isUnderstood = (word: string, lookedUp: LookedUpWord | undefined): boolean =>
  mostSlips(word) === 0 ||
  /\d/.test(word) ||
  lookedUp?.stem === null ||
  (lookedUp?.articles ?? 0) > 0 ||
  saidOtherwise.has(word);

const saidOtherwise = new Set(synonyms.flat(2));
const synonymWords: readonly KnownWord[] = [...saidOtherwise].map((word) => ({ word, articles: 0 }));
