import { catalogue } from '../../../kernel/words.ts';

export const startWords = catalogue({
  en: {
    title: 'Desk',
    tickets: 'Tickets',
    waiting: 'Tasks that wait for staff',
    counted: (name: string, count: number) => `${name} (${count})`,
    oldest: (elapsed: string) => `The oldest has waited ${elapsed}.`,
    nothing: 'No task waits',
    nothingText: 'New registrations and other work for staff appear here.',
    find: 'Find a person',
    articles: {
      heading: 'Help articles',
      toMend: 'Articles that did not help',
      held: 'Feedback that waits for a decision',
      toReview: 'Articles to read again',
    },
  },
});

export type StartWords = (typeof startWords)['en'];
