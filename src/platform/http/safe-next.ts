const anyOrigin = 'http://gatehouse.invalid';

/** A path of our own to go on to, or undefined for anything that could lead a browser elsewhere. */
export function safeNext(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 500) return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, which can turn a path into an address
  if (!text.startsWith('/') || /^\/[/\\]|[\\\u0000-\u0020]/.test(text)) return undefined;
  try {
    const url = new URL(text, anyOrigin);
    return url.origin === anyOrigin && !url.pathname.startsWith('//')
      ? `${url.pathname}${url.search}`
      : undefined;
  } catch {
    return undefined;
  }
}
