import { catalogue } from '../../kernel/words.ts';

export const ticketEmailWords = catalogue({
  en: {
    answerSubject: (reference: string) => `We have answered your question ${reference}`,
    answerTitle: 'We have answered your question',
    solvedTitle: 'We think your question is solved',
    dear: 'Hello,',
    begins: 'Our answer begins:',
    read: 'Read the answer',
    readWhole: 'To read all of it and to reply, open your ticket.',
    lives: (days: number) =>
      days === 1 ? 'This link works for 1 day.' : `This link works for ${days} days.`,
    orReply: 'You can also reply to this email. Keep the reference in the subject.',
    reopen: 'If it is not solved, open your ticket and tell us.',
    reference: 'Your reference',
    waits: {
      subject: (reference: string) => `We have asked the person you help (${reference})`,
      title: 'We have asked the person you help',
      asked: 'Until they agree we cannot tell you anything about them. You can write to us in the meantime.',
      open: 'Open your ticket',
    },
  },
});
