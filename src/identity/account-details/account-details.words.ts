import { sayDay, sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const accountDetailsWords = catalogue({
  en: {
    title: 'Account details',
    intro: 'What you log in with.',
    email: 'Email address',
    username: 'Username',
    password: 'Password',
    noUsername: 'None chosen',
    lastChanged: (day: string) => `Last changed on ${day}`,
    change: 'Change',
    whatEmail: 'email address',
    whatUsername: 'username',
    whatPassword: 'password',
    pending: (email: string) => `A change to ${email} waits to be confirmed.`,
    goOn: 'Enter the code, or cancel the change',
    stoppable: (email: string, moment: string) =>
      `Until ${moment} your old address, ${email}, can stop the change, you can log in with it too, and emails for a new password go there.`,
    passwordDone: 'Your password is changed. Everybody else was logged out.',
    day: (at: Date, timeZone: string) => sayDay(at, timeZone),
    moment: (at: Date, timeZone: string) => sayMoment(at, timeZone),
  },
});

export type AccountDetailsWords = (typeof accountDetailsWords)['en'];
