import { sayDay } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const writers = { you: 'From you', 'you-or-others': 'From you or others', support: 'From support' };

export const myTicketsWords = catalogue({
  en: {
    title: 'Your tickets',
    lead: 'What you asked support, and where it stands.',
    ask: 'Ask a question',
    search: {
      label: 'Find a ticket',
      hint: 'Its reference, like GH-7KQ2-M4XD, or a word of its title',
      button: 'Find',
      all: 'Show all your tickets',
      nothing: (searched: string) => `No ticket of yours has “${searched}” in its reference or title`,
    },
    current: 'Current tickets',
    columns: { ticket: 'Ticket', reference: 'Reference', state: 'State', lastMessage: 'Last message' },
    lastMessage: (by: 'you' | 'you-or-others' | 'support', at: Date, timeZone: string) =>
      `${writers[by]}, ${sayDay(at, timeZone)}`,
    closed: (count: number) => (count === 1 ? '1 closed ticket' : `${count} closed tickets`),
    closedCaption: 'Closed tickets',
    none: {
      heading: 'You have no current tickets',
      what: 'Questions you ask us from your email address appear here.',
    },
    states: {
      held: 'Waiting for you to confirm your email address',
      new: 'Received',
      open: 'We are working on it',
      'waiting-for-you': 'Waiting for your answer',
      'waiting-for-us': 'Waiting for us',
      solved: 'Solved',
      closed: 'Closed',
    },
  },
});

export type MyTicketsWords = (typeof myTicketsWords)['en'];
