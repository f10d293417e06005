/** The languages that words exist in. `pseudo` is made from English, and shows in tests any word that escaped. */
export type Language = 'en' | 'pseudo';

/** Every word one slice shows or sends, by language; another language must have the same shape to compile. */
export interface Catalogue<Words> {
  readonly en: Words;
}

/** What a slice's words may hold: sentences, functions that build sentences, and groups and lists of them. */
export const catalogue = <Words extends object>(languages: Catalogue<Words>): Catalogue<Words> => languages;

const madeUp = new WeakMap<object, unknown>();

export function wordsIn<Words extends object>(words: Catalogue<Words>, language: Language): Words {
  if (language !== 'pseudo') return words[language];
  const known = madeUp.get(words) as Words | undefined;
  if (known) return known;
  const fresh = pseudo(words.en) as Words;
  madeUp.set(words, fresh);
  return fresh;
}

/** Wraps each sentence in ⟦ ⟧. Groups, lists and functions are followed. */
function pseudo(value: unknown): unknown {
  if (typeof value === 'string') return `⟦${value}⟧`;
  if (typeof value === 'function') return (...inputs: unknown[]) => pseudo(value(...inputs));
  if (Array.isArray(value)) return value.map(pseudo);
  if (value && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, pseudo(inner)]));
  return value;
}
