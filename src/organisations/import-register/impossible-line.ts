const [lineEnd, comma] = ['\n'.charCodeAt(0), ','.charCodeAt(0)];

/** No register comes near any of these; reading far past them would keep everybody else waiting for minutes. */
const mostLines = 50_000;
const mostCommas = 100;
const longestLine = 10_000;

/** The first line that no register has, counted from 1; undefined when all may be read. */
export function firstImpossibleLine(text: string): number | undefined {
  let [line, begin, commas] = [1, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === comma) commas += 1;
    if (character === lineEnd) [line, begin, commas] = [line + 1, at + 1, 0];
    if (line > mostLines || commas > mostCommas || at - begin > longestLine) return line;
  }
  return undefined;
}
