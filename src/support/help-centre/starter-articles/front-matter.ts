import type { FileProblem } from './article-file.ts';
import type { FileProblems } from './starter-articles.words.ts';

interface Fact {
  value: string;
  line: number;
}

export interface FrontMatter<Name extends string> {
  facts: Map<Name, Fact>;
  body: string;
  bodyLine: number;
  problems: FileProblem[];
}

/** The `key: value` lines at the top of a file, each known name at most once. */
export function readFrontMatter<Name extends string>(
  text: string,
  names: readonly Name[],
  words: FileProblems,
): FrontMatter<Name> {
  const lines = text.split('\n');
  const end = lines.findIndex((line, at) => at > 0 && line.trim() === '---');
  const facts = new Map<Name, Fact>();
  const problems: FileProblem[] = [];
  if (lines[0]?.trim() !== '---') problems.push({ line: 1, problem: words.noFrontMatter });
  else if (end < 0) problems.push({ line: lines.length, problem: words.noEnd });
  else
    for (const [at, line] of lines.slice(1, end).entries()) {
      const problem = readFact(line, at + 2, names, facts, words);
      if (problem) problems.push({ line: at + 2, problem });
    }
  return {
    facts,
    problems,
    bodyLine: end + 2,
    body: lines
      .slice(end + 1)
      .join('\n')
      .trim(),
  };
}

function readFact<Name extends string>(
  text: string,
  line: number,
  names: readonly Name[],
  facts: Map<Name, Fact>,
  words: FileProblems,
): string | undefined {
  if (text.trim() === '') return undefined;
  const colon = text.indexOf(':');
  if (colon < 1) return words.noColon;
  const typed = text.slice(0, colon).trim();
  const name = names.find((known) => known === typed);
  if (!name) return words.unknown(typed, names.join(', '));
  if (facts.has(name)) return words.twice(name);
  facts.set(name, {
    line,
    value: text
      .slice(colon + 1)
      .replace(/\s+/g, ' ')
      .trim(),
  });
  return undefined;
}
