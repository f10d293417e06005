import { catalogue } from '../../../kernel/words.ts';

/** What an operator reads when articles come from files or go into them. */
export const starterArticlesWords = catalogue({
  en: {
    filling: 'Bringing in the help articles …',
    noSet: (set: string) => `There are no help articles of the set "${set}" in content/help.`,
    at: (file: string, line: number, problem: string) => `${file}, line ${line}: ${problem}`,
    nothingDone: 'Nothing was brought in. Put this right first.',
    noFolder: (folder: string) => `There is no folder ${folder}, or it holds no folder with articles.`,
    brought: (counts: { added: number; changed: number; unchanged: number }) =>
      `Added: ${counts.added}. Changed: ${counts.changed}. As they were: ${counts.unchanged}.`,
    kept: (file: string) => `${file}: left alone, because the article was changed at the desk.`,
    taken: (file: string) => `${file}: left out, because another article has this address.`,
    written: (count: number, folder: string) => `Wrote ${count} articles to ${folder}.`,
    problems: {
      noFrontMatter: 'the file must begin with a line of three hyphens (---)',
      noEnd: 'the facts at the top must end with a line of three hyphens (---)',
      noColon: 'write a name, a colon and a value, like "title: I cannot log in"',
      unknown: (name: string, known: string) => `nobody knows "${name}"; known are ${known}`,
      twice: (name: string) => `"${name}" is there twice`,
      missing: (name: string) => `"${name}" is missing`,
      long: (name: string, most: number) => `"${name}" has more than ${most} characters`,
      slug: (name: string) => `"${name}" must be lower case letters, numbers and hyphens`,
      noCategory: (slug: string) => `categories.json has no category "${slug}"`,
      yesOrNo: (name: string) => `"${name}" must be true or false`,
      wholeNumber: (name: string) => `"${name}" must be a whole number`,
      noBody: 'the article has no text',
      longBody: (most: number) => `the text has more than ${most} characters`,
      fileName: 'the name of the file must be lower case letters, numbers and hyphens, and end in .md',
      categories: (reason: string) => `this is no list of categories: ${reason}`,
    },
  },
});

export type FileProblems = (typeof starterArticlesWords)['en']['problems'];
