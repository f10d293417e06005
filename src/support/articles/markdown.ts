import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { levelHeadings } from './markdown-headings.ts';
import { lookOf } from './markdown-look.ts';

/** Typed HTML stays text; nesting ends early, and nothing is linked that was not meant as a link. */
const reader = new MarkdownIt('default', { html: false, linkify: false, typographer: false, maxNesting: 20 });
/** Pictures come from elsewhere, and the others do not fit a telephone. */
reader.disable(['image', 'table', 'code', 'fence', 'strikethrough']);
reader.core.ruler.push('level-headings', ({ tokens }) => levelHeadings(tokens));
/** What may be linked is said once, below; what may not becomes its own words. */
reader.validateLink = () => true;

const isOurs = (href: string): boolean => /^\/(?![/\\])[^\s\\]*$/.test(href);
const isOnTheWeb = (href: string): boolean => /^https?:\/\/[^/\s]/i.test(href);
const isContact = (href: string): boolean => /^(mailto|tel):[^\s]/i.test(href);

const link: sanitizeHtml.Transformer = (_tag, { href = '' }) => {
  if (isOurs(href) || isContact(href)) return { tagName: 'a', attribs: { href } };
  return isOnTheWeb(href)
    ? { tagName: 'a', attribs: { href, rel: 'external noopener noreferrer' } }
    : { tagName: 'no-link', attribs: {} };
};

const options: sanitizeHtml.IOptions = {
  allowedTags: [
    'h2',
    'h3',
    'h4',
    'p',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'a',
    'blockquote',
    'hr',
    'br',
    'code',
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start', 'class'], '*': ['class'] },
  allowedClasses: { '*': lookOf.classes },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  nestingLimit: 40,
  transformTags: { ...lookOf.tags, a: link },
};

/** The HTML of an article's Markdown, safe to put into a page: nothing in it runs, loads or frames anything. */
export const htmlOf = (markdown: string): string => sanitizeHtml(reader.render(markdown), options);
