import { sayMoment } from '../kernel/in-english.ts';
import { catalogue } from '../kernel/words.ts';

export const closingWords = catalogue({
  en: {
    dear: (name: string) => `Dear ${name},`,
    closed: {
      subject: 'Your account is closed',
      byOwner: (service: string) => `You closed your ${service} account. Nobody can log in to it.`,
      bySupport: (service: string) =>
        `Support has closed your ${service} account, as you asked. Nobody can log in to it.`,
      erased: (at: Date, timeZone: string) =>
        `On ${sayMoment(at, timeZone)} we erase it for good. Until then it can be opened again.`,
      reopen: 'If you change your mind, or this was not you, open it again:',
      button: 'Open my account again',
      contact: (phone: string, email: string) =>
        `You can also contact support: call ${phone} or write to ${email}.`,
    },
    reopened: {
      subject: 'Your account is open again',
      what: (service: string) =>
        `Your ${service} account was opened again with the link we sent when it was closed.`,
      next: 'You can log in with the password you had.',
      button: 'Log in',
      notYou: (phone: string, email: string) =>
        `If this was not you, contact support: call ${phone} or write to ${email}.`,
    },
  },
});
