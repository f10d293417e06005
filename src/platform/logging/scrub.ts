/** Takes out of a text what could name a person or let somebody in: addresses, phone numbers, tokens, codes. */
export const scrub = (text: string): string =>
  patterns.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);

const patterns: readonly [RegExp, string][] = [
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1[credentials]@'],
  [/[^\s<>"'(),;:=]+@[^\s<>"'(),;]+/g, '[address]'],
  [/(\?)[^\s"'#)]+/g, '$1[query]'],
  [/\b(bearer|basic)\s+\S+/gi, '$1 [secret]'],
  [
    /\b(pass(?:word|wd|phrase)?|secret|token|code|cookie|authorization|csrf)(["']?\s*[:=]\s*["']?)[^\s"',;&]+/gi,
    '$1$2[secret]',
  ],
  // A UUID is an id of ours and stays; any other long run of token letters that holds a digit goes.
  [/(?<![\w-])(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-]))(?=[\w-]*\d)[\w-]{20,}/g, '[token]'],
  [/(?<![\w.:-])\+?\d(?:[ -]?\d){5,14}(?![\w-])/g, '[digits]'],
];
