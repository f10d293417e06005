import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const lockoutWords = catalogue({
  en: {
    subject: 'Password entry is closed for your account',
    dear: (name: string) => `Dear ${name},`,
    what: (service: string) =>
      `Somebody entered a wrong password for your ${service} account too many times, so password entry is closed.`,
    untilTime: (until: Date, timeZone: string) => `It opens again on ${sayMoment(until, timeZone)}.`,
    untilSupport: (phone: string, email: string, days: string, times: string) =>
      `Only support can open it again: call ${phone} or write to ${email}. Support hours: ${days}, ${times}.`,
    knownDevices:
      'A browser you have logged in with since you chose your password still works: the closure is for other browsers.',
    reset:
      'If it was you and the password is forgotten, choose a new one now. That opens your account at once.',
    button: 'Choose a new password',
    notYou: (phone: string, email: string) =>
      `If it was not you, your password was not guessed and you need do nothing. If it worries you, call ${phone} or write to ${email}.`,
    codes: {
      subject: 'Wrong security codes were entered for your account',
      what: (service: string) =>
        `Somebody entered the right password for your ${service} account, and then too many wrong security codes. They were not let in, and code entry is closed.`,
      you: 'If it was you, wait until then, and try another way to get a code.',
      notYou:
        'If it was not you, somebody knows your password. Tell us now: everybody is then logged out of your account, and you choose a new password.',
      button: 'This was not me',
    },
  },
});

export type LockoutWords = (typeof lockoutWords)['en'];
