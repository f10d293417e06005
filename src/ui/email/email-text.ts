import { compile } from 'html-to-text';

/** Turns a letter's markup into plain text: a button's words, then its bare address on a line of its own. */
export const textOf = compile({
  wordwrap: false,
  selectors: [
    { selector: 'head', format: 'skip' },
    { selector: '.email-preview', format: 'skip' },
    { selector: '.email-service', format: 'skip' },
    { selector: '.email-address', format: 'skip' },
    { selector: '.email-button', format: 'wordsThenAddress' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: false } },
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'footer', format: 'ruledOff' },
  ],
  formatters: {
    wordsThenAddress: (element, walk, builder) => {
      walk(element.children, builder);
      builder.addInline(':');
      builder.addLineBreak();
      builder.addLiteral(element.attribs.href ?? '');
    },
    ruledOff: (element, walk, builder) => {
      builder.openBlock({ leadingLineBreaks: 2 });
      builder.addInline('-- ');
      builder.addLineBreak();
      walk(element.children, builder);
      builder.closeBlock({ trailingLineBreaks: 1 });
    },
  },
});
