import { sayDay } from '../../../kernel/in-english.ts';
import { catalogue } from '../../../kernel/words.ts';

export const repliesWords = catalogue({
  en: {
    title: 'Ready-made replies',
    lead: 'Answers that are given often. Whoever answers a ticket adds one to what they write, and changes it as they need.',
    add: 'Write a new one',
    none: 'There is none yet. Senior agents and administrators write them.',
    caption: 'Ready-made replies',
    columns: { title: 'Reply', team: 'For', changed: 'Changed on', change: 'Change' },
    everybody: 'Everybody',
    day: (at: Date, timeZone: string) => sayDay(at, timeZone),
    change: 'Change',
    changeOf: (title: string) => `the reply ${title}`,
    form: {
      add: 'Write a ready-made reply',
      change: 'Change a ready-made reply',
      title: 'What it is for',
      titleHint: 'Only staff see this.',
      body: 'The reply',
      bodyHint:
        'These are filled in: {{name}} who asks, {{reference}} and {{title}} of the ticket, {{agent}} you, {{service}} this service.',
      team: 'For',
      save: 'Save the reply',
      end: 'Remove this reply',
    },
    problems: {
      title: 'Enter what it is for',
      titleLong: 'This must be 120 characters or fewer',
      body: 'Enter the reply',
      bodyLong: 'The reply must be 10,000 characters or fewer',
      placeholder: (unknown: string) =>
        `Nothing is known for ${unknown}. Remove it, or use one of those in the hint`,
      team: 'Choose for whom it is',
    },
    done: {
      added: 'The reply is ready to be used.',
      saved: 'The reply is changed.',
      ended: 'The reply is removed.',
    } as Record<string, string>,
    unchanged: {} as Record<string, string>,
    back: 'Back to the replies',
    tickets: 'Back to the tickets',
  },
});

export type RepliesWords = (typeof repliesWords)['en'];
