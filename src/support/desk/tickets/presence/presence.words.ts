import { sayAgo } from '../../../../kernel/in-english.ts';
import { catalogue } from '../../../../kernel/words.ts';

export const presenceWords = catalogue({
  en: {
    label: 'Who else is here',
    looks: (name: string) => `${name} is looking at this ticket.`,
    writes: (name: string) => `${name} is writing an answer.`,
    looked: (name: string, at: Date, now: Date) => `${name} looked at this ticket ${sayAgo(at, now)}.`,
    newer: {
      'from-support': (name: string, at: Date, now: Date) => `${name} answered ${sayAgo(at, now)}.`,
      'from-requester': (name: string, at: Date, now: Date) => `${name} wrote ${sayAgo(at, now)}.`,
    },
    readAgain:
      'Open the ticket again to read it. Copy what you wrote first, or send it: it is shown again with the new message.',
  },
});

export type PresenceWords = (typeof presenceWords)['en'];
