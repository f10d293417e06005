import { sayDate } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const english = {
  dear: (name: string) => `Dear ${name},`,
  mine: {
    subject: (organisation: string) => `Your access to ${organisation} will end soon`,
    title: 'Your access will end soon',
    what: (organisation: string, day: string) =>
      `Your access to ${organisation} ends after ${sayDate(day)}, as was agreed when you were added.`,
    stays: 'Your account stays yours, with any access you have to other organisations.',
    longer: (organisation: string) =>
      `If you work there for longer, ask the main contact of ${organisation} to change the date.`,
    support: (phone: string, email: string) => `Support: call ${phone} or write to ${email}.`,
  },
  theirs: {
    subject: (organisation: string) => `Access of somebody at ${organisation} will end soon`,
    title: 'Somebody’s access will end soon',
    what: (user: string, organisation: string, day: string) =>
      `The access of ${user} to ${organisation} ends by itself after ${sayDate(day)}.`,
    nothing: 'If that is right, you need do nothing. Otherwise change the date.',
    button: 'Look at the date',
  },
  several: {
    subject: (organisation: string) => `Access of several people at ${organisation} will end soon`,
    title: 'The access of several people will end soon',
    what: (organisation: string) => `The access of these people to ${organisation} ends by itself:`,
    user: (user: string, day: string) => `${user}, after ${sayDate(day)}`,
    nothing: 'If that is right, you need do nothing. Otherwise change the dates.',
    button: 'Look at the people',
  },
};

export const memberDatesWords = catalogue({ en: english });
export type MemberDatesWords = typeof english;
