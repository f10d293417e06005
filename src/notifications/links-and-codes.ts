/** Web addresses in a message, in the order they stand, each once. */
export function findLinks(text: string, html: string): string[] {
  const written = text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? [];
  const hidden = [...html.matchAll(/\bhref="(https?:\/\/[^"]+)"/g)].map((match) =>
    unescapeMarkup(match[1] ?? ''),
  );
  return [...new Set([...written.map((link) => link.replace(/[.,;:!?]+$/, '')), ...hidden])];
}

const unescapeMarkup = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');

/**
 * Codes to type: 6 or 8 digits, perhaps in two halves, or two or three groups of four characters; never part of an address, a
 * longer number or a phone number.
 */
export function findCodes(text: string): string[] {
  const prose = text.replace(/https?:\/\/\S+/g, ' ');
  const digits = /\d{8}|\d{6}|\d{4} \d{4}|\d{3} \d{3}/.source;
  const groups = /[2-9A-Z]{4}(?:-[2-9A-Z]{4}){1,2}/.source;
  const found =
    prose.match(new RegExp(`(?<![\\w+/.-]|\\d )(?:${groups}|${digits})(?![\\w/-]| ?\\d|\\.\\d)`, 'g')) ?? [];
  return [...new Set(found.map((code) => code.replace(' ', '')))];
}
