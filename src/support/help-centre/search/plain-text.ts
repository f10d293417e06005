import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false });

/** What a reader of the page reads: no marks, no addresses of links. */
export function plainText(source: string): string {
  const blocks = markdown.parse(source, {}).filter((token) => token.type === 'inline' || token.content);
  return blocks
    .map((block) => ended((block.children ?? [block]).map((part) => part.content || ' ').join('')))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Headings and steps end where they end, also where they stand one after the other. */
const ended = (text: string): string => (/[\p{L}\p{N})]$/u.test(text) ? `${text}.` : text);
