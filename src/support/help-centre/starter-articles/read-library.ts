import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isOurPage } from '../../articles/slug.ts';
import { type ArticleFile, isSlug, readArticleFile } from './article-file.ts';
import type { FileProblems } from './starter-articles.words.ts';

export interface CategoryFile {
  slug: string;
  title: string;
  description: string;
  position: number;
}

/** A folder of articles: `categories.json`, and a folder for each set. */
export interface Library {
  categories: CategoryFile[];
  /** By where each came from, like `accounts/my-account-is-locked`. */
  articles: { source: string; slug: string; file: ArticleFile }[];
  sets: string[];
  problems: { file: string; line: number; problem: string }[];
}

const categoriesFile = 'categories.json';

const categoriesSchema = z.array(
  z.strictObject({
    slug: z
      .string()
      .refine(isSlug, 'must be lower case letters, numbers and hyphens')
      .refine((slug) => !isOurPage(slug), 'is a page of the help centre already'),
    title: z.string().min(1).max(120),
    description: z.string().max(300).default(''),
    position: z.int().min(0).default(0),
  }),
);

/** Reads the whole folder, or of it the sets that are asked for. What is wrong is told for every file at once. */
export async function readLibrary(
  folder: string,
  words: FileProblems,
  asked?: readonly string[],
): Promise<Library> {
  const library: Library = { categories: [], articles: [], sets: [], problems: [] };
  library.sets = (await foldersIn(folder)).filter((set) => !asked || asked.includes(set));
  await readCategories(folder, library, words);
  for (const set of library.sets) await readSet(folder, set, library, words);
  return library;
}

async function readCategories(folder: string, library: Library, words: FileProblems): Promise<void> {
  const content = await readFile(join(folder, categoriesFile), 'utf8').catch(() => '[]');
  const wrong = (reason: string) =>
    void library.problems.push({ file: categoriesFile, line: 1, problem: words.categories(reason) });
  try {
    const read = categoriesSchema.safeParse(JSON.parse(content));
    if (read.success) library.categories = read.data;
    else wrong(z.prettifyError(read.error));
  } catch (error) {
    wrong(error instanceof Error ? error.message : String(error));
  }
}

async function readSet(folder: string, set: string, library: Library, words: FileProblems): Promise<void> {
  const names = (await readdir(join(folder, set))).filter((name) => name.endsWith('.md')).sort();
  for (const name of names) {
    const file = `${set}/${name}`;
    const slug = name.slice(0, -'.md'.length);
    const problem = (line: number, text: string) => library.problems.push({ file, line, problem: text });
    if (!isSlug(slug)) {
      problem(1, words.fileName);
      continue;
    }
    const read = readArticleFile(await readFile(join(folder, file), 'utf8'), words);
    if ('problems' in read) for (const each of read.problems) problem(each.line, each.problem);
    else library.articles.push({ source: `${set}/${slug}`, slug, file: read.file });
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
