import { catalogue } from '../../../kernel/words.ts';

export const searchWords = catalogue({
  en: {
    title: 'Search help',
    titleFor: (query: string) => `${query} – search help`,
    label: 'Search for help',
    button: 'Search',
    allHelp: 'All help',
    found: (total: number, most: number) =>
      total >= most
        ? `The ${most} articles that fit best`
        : total === 1
          ? '1 article found'
          : `${total} articles found`,
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    corrected: 'We did not find that as you wrote it, so we searched for',
    in: (category: string) => `In ${category}`,
    nothing: {
      heading: (query: string) => `Nothing found for “${query}”`,
      advice: ['Check the spelling.', 'Try fewer words, or other words for the same thing.'],
      nearest: 'Perhaps one of these helps',
      guess: 'No article holds your words. These come nearest, so they are only a guess.',
      categories: 'Browse by subject',
      questions: 'Frequently asked questions',
    },
    empty: 'Enter what you need help with, in your own words.',
    long: (most: number) => `We searched for the first ${most} characters of what you entered.`,
  },
});

export type SearchWords = (typeof searchWords)['en'];
