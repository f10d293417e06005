import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';
import { ownEventsWords } from '../own-events.words.ts';

export const activityWords = catalogue({
  en: {
    ...ownEventsWords.en,
    title: 'Activity',
    about:
      'What happened with your account. If there is something you do not recognise, choose a new password and contact support. Staff are shown by their role, not by name: support can tell you who it was.',
    caption: 'Newest first',
    columns: { what: 'What happened', who: 'Who', at: 'When' },
    withReason: (reason: string) => `Reason: ${reason}`,
    moment: (at: Date, timeZone: string) => sayMoment(at, timeZone),
    nothing: {
      heading: 'Nothing has happened yet',
      text: 'When you log in, choose a password or change something, it is listed here.',
    },
  },
});

export type ActivityWords = (typeof activityWords)['en'];
