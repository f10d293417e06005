/** A part of a text as the reader of Markdown gives it. */
interface Part {
  type: string;
  tag: string;
}

const deepest = 4;

/** The page's title is its first heading: the text's begin at the second, and leave no level out. */
export function levelHeadings(parts: readonly Part[]): void {
  const typed: number[] = [];
  for (const part of parts) {
    if (part.type === 'heading_open') open(typed, Number(part.tag.slice(1)));
    if (part.type === 'heading_open' || part.type === 'heading_close')
      part.tag = `h${Math.min(deepest, typed.length + 1)}`;
  }
}

/** Ends the sections that a heading of this level ends, and begins its own. */
function open(typed: number[], level: number): void {
  while (typed.length > 0 && (typed.at(-1) ?? 0) >= level) typed.pop();
  typed.push(level);
}
