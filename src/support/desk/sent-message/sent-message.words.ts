import { catalogue } from '../../../kernel/words.ts';

export const sentMessageWords = catalogue({
  en: {
    back: 'Back to the person',
    backToTicket: 'Back to the ticket',
    written: (moment: string) => `Written on ${moment}.`,
    hidden: 'Links and codes are hidden: they are for the person alone.',
    to: 'Sent to',
    subject: 'Subject',
    text: 'What it said',
  },
});

export type SentMessageWords = (typeof sentMessageWords)['en'];
