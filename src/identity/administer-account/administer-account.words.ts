import { sayDay } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const administerAccountWords = catalogue({
  en: {
    dear: (name: string) => `Dear ${name},`,
    logIn: 'Log in',
    notExpected: (phone: string, email: string) =>
      `If you did not expect this, contact support: call ${phone} or write to ${email}.`,
    unlocked: {
      subject: 'You can enter your password again',
      what: (service: string) => `Support has opened password entry for your ${service} account.`,
      next: 'You can log in now. If you are not sure of your password, the log in page leads to a new one.',
    },
    codesUnlocked: {
      subject: 'You can enter security codes again',
      what: (service: string) => `Support has opened code entry for your ${service} account.`,
      next: 'You can log in now. If you did not enter wrong security codes yourself, somebody may know your password: choose a new one.',
    },
    changesAllowed: {
      subject: 'Your account can be changed again',
      what: (service: string) =>
        `You told us that somebody else was in your ${service} account. Support has looked, and allowed changes again.`,
      next: 'You can change your email address, your phone number and how you get security codes. Look whether all of them are yours.',
    },
    loggedOut: {
      subject: 'You have been logged out everywhere',
      what: (service: string) =>
        `Support has logged you out of ${service} in every browser, and forgotten the browsers you used.`,
      next: 'You can log in again with the password you have. If somebody else may know it, choose a new one: the log in page leads to it.',
    },
    deactivated: {
      subject: 'Your account has been deactivated',
      what: (service: string) =>
        `Support has deactivated your ${service} account. You are logged out everywhere, and cannot log in until it is activated again.`,
      who: (phone: string, email: string) =>
        `To ask why, or to have it activated again, contact support: call ${phone} or write to ${email}.`,
      hours: (days: string, times: string) => `Support hours: ${days}, ${times}.`,
    },
    reopenedForUse: {
      subject: 'Your account is active again',
      what: (service: string, organisation: string) =>
        `The main contact of ${organisation}, or their deputy, has activated your ${service} account again.`,
      next: 'You can log in with the password you had. If you no longer know it, the log in page leads to a new one.',
    },
    unusedSoon: {
      subject: 'Log in to keep your account',
      what: (service: string, on: Date, timeZone: string) =>
        `You have not used your ${service} account for a long time. It will be deactivated after ${sayDay(on, timeZone)}.`,
      next: 'To keep it, log in once before then. If you no longer need it, you need do nothing.',
    },
    unused: {
      subject: 'Your account has been deactivated',
      what: (service: string) =>
        `Your ${service} account was deactivated, because it was not used for a long time. Nothing else is wrong with it.`,
      who: (phone: string, email: string) =>
        `If you need it again, ask the main contact of your organisation, or contact support: call ${phone} or write to ${email}.`,
    },
    activatedAgain: {
      subject: 'Your account is active again',
      what: (service: string) => `Support has activated your ${service} account again.`,
      next: 'You can log in with the password you had. If you no longer know it, the log in page leads to a new one.',
    },
  },
});
