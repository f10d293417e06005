import { catalogue } from '../../../kernel/words.ts';

export const startWords = catalogue({
  en: {
    title: 'Desk',
    waiting: 'Waiting for staff',
    tasks: (name: string, count: number) => `${name} (${count})`,
    oldest: (elapsed: string) => `The oldest has waited ${elapsed}.`,
    nothing: 'No task waits',
    nothingText: 'New registrations and other work for staff appear here.',
    find: 'Find a person',
    articles: {
      heading: (count: number) => `Articles to read again (${count})`,
      text: 'Their review date has come.',
    },
  },
});

export type StartWords = (typeof startWords)['en'];
