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

/** Reads what was typed: forms and synonyms of words, and for a word that stands nowhere the nearest that does. */
export async function understandQuery(
  database: Database,
  words: readonly string[],
  isStillTyped: boolean,
): Promise<UnderstoodQuery> {
  const asked = termsOf(words);
  const known = new Map((await lookUpWords(database, wordsOfTerms(asked))).map((each) => [each.word, each]));
  const meant = await meantWords(database, words, known);
  const isCorrected = meant.some((word, at) => word !== words[at]);
  const terms = isCorrected ? termsOf(meant) : asked;
  const more = isCorrected ? await lookUpWords(database, wordsOfTerms(terms)) : [];
  const vocabulary = vocabularyOf([...known.values(), ...more], await countPublished(database));
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

/** What each word was meant to be. The last may be the beginning of one. */
async function meantWords(
  database: Database,
  words: readonly string[],
  known: ReadonlyMap<string, LookedUpWord>,
): Promise<string[]> {
  const meant: string[] = [];
  for (const [at, word] of words.entries()) {
    const isLast = at === words.length - 1;
    const isFine = isUnderstood(word, known.get(word)) || (isLast && (await isBeginning(database, word)));
    meant.push(
      isFine ? word : (nearestWord(word, [...(await wordsLike(database, word)), ...synonymWords]) ?? word),
    );
  }
  return meant.flatMap((word) => word.split(' '));
}

/** Stands in articles, or says the same as something that does, or is too short or too much of a number to guess at. */
const isUnderstood = (word: string, lookedUp: LookedUpWord | undefined): boolean =>
  mostSlips(word) === 0 ||
  /\d/.test(word) ||
  lookedUp?.stem === null ||
  (lookedUp?.articles ?? 0) > 0 ||
  saidOtherwise.has(word);

const saidOtherwise = new Set(synonyms.flat(2));
const synonymWords: readonly KnownWord[] = [...saidOtherwise].map((word) => ({ word, articles: 0 }));
