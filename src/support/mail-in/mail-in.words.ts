import { catalogue } from '../../kernel/words.ts';

/** What stands in tickets that come by email, for staff and for whoever wrote. */
export const mailInWords = catalogue({
  en: {
    noSubject: 'Email without a subject',
    unnamedFile: 'file',
    noText: 'This email holds no text.',
    follows: (reference: string) => `This email answers ${reference}, which is closed.`,
    fromElsewhere: (reference: string) =>
      `This email answers a message of ${reference} that was sent to somebody else. Its sender has no part in that ticket: tell them nothing about it.`,
    answeredElsewhere: (reference: string) =>
      `Somebody with another address answered an email of this ticket. What they wrote is in ${reference}.`,
  },
});

export type MailInWords = (typeof mailInWords)['en'];
