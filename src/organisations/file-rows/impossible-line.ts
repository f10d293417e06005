const lineEnd = '\n'.charCodeAt(0);

/** No file of rows comes near any of these; reading far past them would keep everybody else waiting for minutes. */
const mostLines = 50_000;
const mostDelimiters = 100;
const longestLine = 10_000;

/** The first line that no real file has, counted from 1; undefined when all may be read. */
export function firstImpossibleLine(text: string, delimiter = ','): number | undefined {
  const between = delimiter.charCodeAt(0);
  let [line, begin, delimiters] = [1, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === between) delimiters += 1;
    if (character === lineEnd) [line, begin, delimiters] = [line + 1, at + 1, 0];
    if (line > mostLines || delimiters > mostDelimiters || at - begin > longestLine) return line;
  }
  return undefined;
}
