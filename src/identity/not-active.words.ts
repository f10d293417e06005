import { catalogue } from '../kernel/words.ts';

/** Read only by who proved that the account is theirs. */
export const notActiveWords = catalogue({
  en: {
    deactivated: {
      title: 'Your account is not active',
      what: 'You proved that the account is yours, but it has been deactivated.',
      next: 'Contact support to have it activated again. If you work for an organisation, its main contact can also help.',
    },
    closed: {
      title: 'Your account is closed',
      what: 'You proved that the account is yours, but it was closed.',
      next: 'To open it again, use the link in the email we sent when it was closed. If you have no such email, contact support.',
    },
  },
});
