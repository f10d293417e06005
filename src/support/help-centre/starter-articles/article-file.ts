import { longest } from '../../articles/article.ts';
import { readFrontMatter } from './front-matter.ts';
import type { FileProblems } from './starter-articles.words.ts';

/** An article as a file holds it. */
export interface ArticleFile {
  title: string;
  category: string;
  summary: string;
  keywords: string[];
  isQuestion: boolean;
  position: number;
  /** Ends of addresses. */
  related: string[];
  body: string;
}

export interface FileProblem {
  line: number;
  problem: string;
}

const names = ['title', 'category', 'summary', 'keywords', 'question', 'position', 'related'] as const;
export type FactName = (typeof names)[number];

const longestOf: Partial<Record<FactName, number>> = {
  title: longest.title,
  summary: longest.summary,
  keywords: longest.keywords,
};

export const isSlug = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,79}$/.test(text);

/** Reads `key: value` lines between hyphens, and the Markdown below them; or says what is wrong, by line. */
export function readArticleFile(
  content: string,
  words: FileProblems,
): { file: ArticleFile } | { problems: FileProblem[] } {
  const text = content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const { facts, body, bodyLine, problems } = readFrontMatter(text, names, words);
  const say = (name: FactName, problem: string) =>
    problems.push({ line: facts.get(name)?.line ?? 1, problem });
  const of = (name: FactName) => facts.get(name)?.value ?? '';
  if (problems.length > 0) return { problems };
  for (const name of ['title', 'category'] as const) if (!of(name)) say(name, words.missing(name));
  for (const [name, most] of Object.entries(longestOf) as [FactName, number][])
    if (of(name).length > most) say(name, words.long(name, most));
  if (of('category') && !isSlug(of('category'))) say('category', words.slug('category'));
  if (!['', 'true', 'false'].includes(of('question'))) say('question', words.yesOrNo('question'));
  if (!/^\d{0,6}$/.test(of('position'))) say('position', words.wholeNumber('position'));
  if (!listOf(of('related')).every(isSlug)) say('related', words.slug('related'));
  if (body === '') problems.push({ line: bodyLine, problem: words.noBody });
  if (body.length > longest.body) problems.push({ line: bodyLine, problem: words.longBody(longest.body) });
  if (problems.length > 0) return { problems };
  return {
    file: {
      title: of('title'),
      category: of('category'),
      summary: of('summary'),
      keywords: listOf(of('keywords')),
      isQuestion: of('question') === 'true',
      position: Number(of('position')),
      related: listOf(of('related')),
      body,
    },
  };
}

export const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** The same file again, so that what was written out can be read in. */
export function writeArticleFile(file: ArticleFile): string {
  const facts: [FactName, string][] = [
    ['title', file.title],
    ['category', file.category],
    ['summary', file.summary],
    ['keywords', file.keywords.join(', ')],
    ['question', file.isQuestion ? 'true' : ''],
    ['position', file.position === 0 ? '' : String(file.position)],
    ['related', file.related.join(', ')],
  ];
  const lines = facts.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`);
  return ['---', ...lines, '---', '', file.body, ''].join('\n');
}
