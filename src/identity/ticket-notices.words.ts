import { sayMoment } from '../kernel/in-english.ts';
import { catalogue } from '../kernel/words.ts';

/** What the owner of an account for tickets alone is told of it. */
export const ticketNoticesWords = catalogue({
  en: {
    hello: 'Hello,',
    device: {
      subject: 'Your support tickets were opened on a new device',
      what: (service: string) =>
        `Somebody logged in to your ${service} support tickets on a device that was not used for it before.`,
      when: (at: Date, timeZone: string, device: string) =>
        `It was on ${sayMoment(at, timeZone)}, with ${device}.`,
      notYou:
        'If it was you, you need do nothing. If it was not, log in with a link that we email to you, and choose a password. That logs everybody else out.',
      button: 'Choose a password',
    },
    closed: {
      subject: 'Too many wrong passwords for your support tickets',
      what: (service: string) =>
        `Somebody entered too many wrong passwords for your ${service} support tickets. They were not let in.`,
      you: 'If it was you, you can log in with a link or a code that we email to you.',
      button: 'Log in to your tickets',
      notYou: 'If it was not you, your password was not guessed, and you need do nothing.',
    },
  },
});
