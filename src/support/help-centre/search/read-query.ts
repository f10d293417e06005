import { wordsOf } from '../../articles/fold-words.ts';
import { synonymsAt } from './synonyms.ts';

/** More than anybody types into a search box; what goes on is left out. */
export const longestQuery = 200;

export type Phrase = readonly string[];

/** One thing that was asked for, and the other ways to say it. */
export interface Term {
  typed: Phrase;
  others: readonly Phrase[];
  /** The word may go on: somebody is still typing it. */
  isBegun: boolean;
}

/** Reads words into what they ask for, each thing once. */
export function termsOf(words: readonly string[]): Term[] {
  const terms = new Map<string, Term>();
  for (let at = 0; at < words.length; ) {
    const found = synonymsAt(words, at);
    const typed = words.slice(at, at + (found?.length ?? 1));
    const others = (found?.others ?? []).filter((other) => other.join(' ') !== typed.join(' '));
    const isBegun = at + typed.length >= words.length;
    terms.set(typed.join(' '), { typed, others, isBegun });
    at += typed.length;
  }
  return [...terms.values()];
}

export const typedWords = (query: string, longest = longestQuery): string[] =>
  wordsOf(query.slice(0, longest));

/** Every word that the terms hold, so that the database is asked about all at once. */
export const wordsOfTerms = (terms: readonly Term[]): string[] => [
  ...new Set(terms.flatMap(({ typed, others }) => [...typed, ...others.flat()])),
];

/** Words of asking itself. Where they stand in an article they say little about it. */
const fillers = new Set(
  wordsOf(
    `ask cant dont find give got help hello hi keep know like look make need please put question say says see still tell
    thank thanks thing things think told try trying use using want wants wont work working works would`,
  ),
);

export const isFiller = (phrase: Phrase): boolean => phrase.every((word) => fillers.has(word));
