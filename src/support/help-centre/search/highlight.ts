import { marks } from './search.store.ts';

/** A piece of text, found or between what was found. */
export interface Piece {
  text: string;
  isFound: boolean;
}

/** Takes the marks out of an excerpt. The pieces are text, whatever they look like. */
export const piecesOf = (marked: string): Piece[] =>
  marked
    .split(marks.from)
    .flatMap((part, at): Piece[] => {
      if (at === 0) return [{ text: part, isFound: false }];
      const [found = '', ...rest] = part.split(marks.to);
      return [
        { text: found, isFound: true },
        { text: rest.join(''), isFound: false },
      ];
    })
    .filter(({ text }) => text !== '');

const plain = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** An excerpt, with dots where the text begins before it or goes on after it. */
export function excerptPieces(marked: string, whole: string): Piece[] {
  const pieces = piecesOf(marked);
  const shown = plain(pieces).trim();
  const before: Piece[] = whole.trimStart().startsWith(shown) ? [] : [{ text: '… ', isFound: false }];
  const after: Piece[] = whole.trimEnd().endsWith(shown) ? [] : [{ text: ' …', isFound: false }];
  return [...before, ...pieces, ...after];
}
