import { sayDay } from '../../../kernel/in-english.ts';
import { catalogue } from '../../../kernel/words.ts';

export const readHelpWords = catalogue({
  en: {
    title: 'Help',
    lead: 'Find an answer, or ask a person.',
    search: { label: 'Search for help', button: 'Search' },
    subjects: 'Browse by subject',
    articles: (count: number) => (count === 1 ? '1 article' : `${count} articles`),
    questions: 'Frequently asked questions',
    empty: {
      heading: 'There are no help articles yet',
      text: 'You can still ask a person.',
    },
    emptyCategory: {
      heading: 'There is nothing here yet',
      text: 'Look at another subject, or search for help.',
    },
    allHelp: 'All help',
    modified: (at: Date, timeZone: string) => `Modified on ${sayDay(at, timeZone)}`,
    related: 'Related help',
    archived: {
      title: 'This help article is no longer here',
      text: (title: string) => `The article “${title}” was taken away because it is out of date.`,
      instead: 'Search for what you need, or look at all help.',
    },
  },
});

export type ReadHelpWords = (typeof readHelpWords)['en'];
