import { catalogue } from '../../../../kernel/words.ts';

export const splitTicketWords = catalogue({
  en: {
    title: 'Split off messages',
    text: 'The messages you choose, with their files, become a ticket of their own. Who asks is the same.',
    messages: 'Which messages go?',
    message: (who: string, at: string) => `${who}, ${at}`,
    subject: 'Subject of the new ticket',
    name: 'Title of the new ticket',
    split: 'Split them off',
    problems: {
      'none-chosen': 'Choose at least one message',
      'all-chosen': 'Leave at least one message here',
      'no-such-subject': 'Choose a subject',
      title: 'Enter a title for the new ticket',
      titleLong: 'The title must be 200 characters or fewer',
      closed: 'This ticket is closed',
      held: 'This ticket is held until its address is confirmed',
    },
  },
});

export type SplitTicketWords = (typeof splitTicketWords)['en'];
