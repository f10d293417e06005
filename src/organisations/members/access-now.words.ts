import { sayDate } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const accessNowWords = catalogue({
  en: {
    subject: {
      accepted: (organisation: string) => `You have access to ${organisation}`,
      changed: (organisation: string) => `Your roles at ${organisation} have changed`,
      restored: (organisation: string) => `Your access to ${organisation} is back`,
      returned: (organisation: string) => `Welcome back: your access to ${organisation} works again`,
      begun: (organisation: string) => `Your access to ${organisation} has begun`,
    },
    dear: (name: string) => `Dear ${name},`,
    what: {
      accepted: (organisation: string) => `You accepted the invitation to ${organisation}.`,
      changed: (organisation: string) => `What you may do for ${organisation} was changed.`,
      restored: (organisation: string) => `Your access to ${organisation} was given back to you.`,
      returned: (organisation: string) => `Your access to ${organisation} is no longer paused.`,
      begun: (organisation: string) => `Your access to ${organisation} begins today.`,
    },
    roles: 'Your roles are now:',
    paused: 'Your access is paused at the moment. These roles count again once it is not.',
    branch: (branch: string) => `They count at ${branch}.`,
    starts: (day: string) => `They count from ${sayDate(day)}.`,
    ends: (day: string) => `They end after ${sayDate(day)}.`,
    questions: (organisation: string) =>
      `Questions: ask the main contact of ${organisation}, or contact support.`,
    support: (phone: string, email: string) => `Support: call ${phone} or write to ${email}.`,
  },
});
