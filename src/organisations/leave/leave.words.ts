import { sayDate } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const english = {
  leave: {
    title: (name: string) => `${name} goes on leave`,
    effect: (practice: string) =>
      `Their access to ${practice} stops at once, and comes back by itself on the day you name. They keep their roles, and we tell them by email.`,
    returnsOn: 'When are they expected back?',
    returnsOnHint: 'For example, 27 3 2027. You can have them back earlier.',
    button: 'Stop their access until then',
  },
  back: {
    title: (name: string) => `${name} is back`,
    expected: (day: string) => `They are expected back on ${sayDate(day)}.`,
    effect: 'Their access works again at once, with the roles they had. We tell them by email.',
    button: 'Give the access back',
  },
  cancel: 'Cancel',
  errors: {
    noDay: 'Enter the day they are expected back, like 27 3 2027',
    tooSoon: 'The day they are back must be after today',
    tooLate:
      'The day they are back must be within 2 years. Remove them instead, and give them access again later',
    lastAdministrator:
      'Nobody else could look after the people of this organisation. Name a deputy first, or hand over',
  },
  email: {
    subject: (organisation: string) => `Your access to ${organisation} is paused`,
    title: 'Your access is paused',
    dear: (name: string) => `Dear ${name},`,
    what: (organisation: string, day: string) =>
      `You are on leave from ${organisation}. Your access there is paused, and comes back by itself on ${sayDate(day)}.`,
    stays: 'Your account stays yours, with any access you have to other organisations.',
    questions: (organisation: string) =>
      `Questions: ask the main contact of ${organisation}, or contact support.`,
    support: (phone: string, email: string) => `Support: call ${phone} or write to ${email}.`,
  },
};

export const leaveWords = catalogue({ en: english });
export type LeaveWords = typeof english;
