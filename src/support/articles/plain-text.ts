import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false });

/** What a reader of the page reads: no marks, no addresses of links. */
export function plainText(source: string): string {
  const blocks = markdown.parse(source, {}).filter((token) => token.type === 'inline' || token.content);
  return blocks
    .map((block) => ended((block.children ?? [block]).map(textOf).join('')))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const textOf = ({ type, content }: { type: string; content: string }): string =>
  type === 'softbreak' || type === 'hardbreak' ? ' ' : content;

/** Headings and steps end where they end, also where they stand one after the other. */
const ended = (text: string): string => (/[\p{L}\p{N})]$/u.test(text) ? `${text}.` : text);
