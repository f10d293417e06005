import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const newDeviceWords = catalogue({
  en: {
    subject: 'New log in to your account',
    dear: (name: string) => `Dear ${name},`,
    what: (service: string) =>
      `Somebody logged in to your ${service} account with a browser that is new to us.`,
    when: (at: Date, timeZone: string, device: string) => `${sayMoment(at, timeZone)}, with ${device}.`,
    you: 'If it was you, do nothing.',
    notYou:
      'If it was not you, tell us. Everybody is then logged out of your account, and you choose a new password.',
    button: 'This was not me',
    life: 'The link works for 7 days.',
  },
});
