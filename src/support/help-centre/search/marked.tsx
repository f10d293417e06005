import type { Piece } from './highlight.ts';

/** What was found, marked within what stands around it. */
export const Marked = ({ pieces }: { pieces: readonly Piece[] }) => (
  <>{pieces.map(({ text, isFound }, at) => (isFound ? <mark key={at}>{text}</mark> : text))}</>
);
