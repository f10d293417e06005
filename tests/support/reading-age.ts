/**
 * The age at which a text can be read, by the Flesch–Kincaid grade: long sentences and long words make it older. A
 * grade is a school year of the United States, whose children are five years older than its number.
 */
export function readingAge(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = (0.39 * words.length) / sentences.length + (11.8 * syllables) / words.length - 15.59;
  return grade + 5;
}

/** Steps and headings end where they end, whether or not a full stop stands there. */
export const sentencesOf = (lines: readonly string[]): string[] =>
  lines.flatMap((line) => line.split(/(?<=[.!?:])\s+/)).filter((sentence) => wordsOf(sentence).length > 0);

export const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}][\p{L}’'-]*/gu) ?? [];

/** As heard: groups of vowels, without an e at the end that nobody says. */
function syllablesOf(word: string): number {
  const bare = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, '');
  return Math.max(1, bare.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}
