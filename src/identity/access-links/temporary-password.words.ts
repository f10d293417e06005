import type { Duration } from '../../kernel/duration.ts';
import { sayLife } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const temporaryPasswordWords = catalogue({
  en: {
    subject: (service: string) => `Your temporary password for ${service}`,
    dear: (name: string) => `Dear ${name},`,
    intro: (service: string) => `Somebody asked for the details to log in to your ${service} account.`,
    username: (username: string) => `Your username is ${username}.`,
    email: (email: string) => `The email address of your account is ${email}.`,
    password: 'Your temporary password is:',
    button: 'Log in',
    afterwards: 'Log in with it, and you will be asked to choose a new password. It does nothing else.',
    life: (life: Duration) =>
      `The temporary password works for ${sayLife(life)}. Only the newest one works. Unless it was stopped, your old password works too, until you have chosen a new one.`,
    notYou:
      'If it was not you, do nothing: nothing changes until somebody uses it. We never ask you to tell anybody a password.',
  },
});
