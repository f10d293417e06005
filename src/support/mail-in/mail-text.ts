import { convert } from 'html-to-text';

const longest = 100_000;

/** Text that can be kept and shown: no control characters, no halves of characters, no line without end. */
export const plainText = (text: string): string =>
  text
    .slice(0, 2 * longest)
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .slice(0, longest)
    .trimEnd();

export const oneLine = (text: string): string => plainText(text).replace(/\s+/g, ' ').trim();

/** Links keep their address, so that staff see where one leads; images say what they show. */
export const textOfHtml = (html: string): string =>
  plainText(
    convert(html.slice(0, 500_000), {
      wordwrap: false,
      limits: { maxInputLength: 500_000, maxDepth: 60, maxChildNodes: 5_000 },
      selectors: [
        { selector: 'a', options: { hideLinkHrefIfSameAsText: true, ignoreHref: false } },
        { selector: 'img', options: { linkBrackets: false, baseUrl: '' }, format: 'skip' },
        { selector: 'blockquote', format: 'blockquote' },
      ],
    }),
  );
