import { sayMoment, sayOneOf } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const accessEndedWords = catalogue({
  en: {
    subject: (organisation: string) => `Your access to ${organisation} has ended`,
    title: 'Your access has ended',
    dear: (name: string) => `Dear ${name},`,
    what: (organisation: string, at: Date, timeZone: string) =>
      `Your access to ${organisation} ended on ${sayMoment(at, timeZone)}.`,
    stays: 'Your account stays yours, with any access you have to other organisations.',
    questions: (organisation: string) =>
      `Questions: ask the main contact of ${organisation}, or contact support.`,
    askThem: (organisation: string, administrators: readonly string[]) =>
      `Questions: ask ${sayOneOf(administrators)} of ${organisation}. They can also give your access back, if it ended by mistake.`,
    support: (phone: string, email: string) => `Support: call ${phone} or write to ${email}.`,
  },
});
