import { sayDate, sayDay } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const endedAccessWords = catalogue({
  en: {
    ended: {
      title: (organisation: string) => `Your access to ${organisation} has ended`,
      at: (organisation: string, at: Date, zone: string) =>
        `Your access to ${organisation} ended on ${sayDay(at, zone)}, so you cannot use this page any more.`,
      others: 'What you may do at other organisations has not changed.',
      ask: 'Ask for access again',
      askMainContact:
        'You still have access elsewhere at this practice. If you need it here too, ask its main contact.',
      closed: 'The organisation has closed.',
    },
    paused: {
      title: (organisation: string) => `Your access to ${organisation} is paused`,
      until: (organisation: string, day: string) =>
        `You are on leave, so your access to ${organisation} is paused until ${sayDate(day)}. It comes back by itself on that day.`,
      open: (organisation: string) => `You are on leave, so your access to ${organisation} is paused.`,
      early: 'If you are back already, ask the main contact or a deputy to say so.',
    },
    access: 'See your organisations',
    contact: 'Contact support',
  },
});

export type EndedAccessWords = (typeof endedAccessWords)['en'];
