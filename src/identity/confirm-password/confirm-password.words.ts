import { sayMoment, sayWait } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const confirmPasswordWords = catalogue({
  en: {
    title: 'Enter your password to go on',
    why: 'The next step changes something that must be safe, so we check that it is still you.',
    kept: 'What you typed is kept.',
    password: 'Password',
    passwordEmpty: 'Enter your password',
    wrong: 'The password is not right',
    left: (left: number) =>
      left === 1
        ? 'You have 1 try left before password entry closes.'
        : `You have ${left} tries left before password entry closes.`,
    goOn: 'Continue',
    forgotten: 'Forgotten my password',
    closed: {
      title: 'Password entry is closed',
      loggedOut: 'That was too many wrong passwords, so you were logged out.',
      why: 'We close password entry after too many wrong passwords, to keep out people who guess.',
      untilTime: (now: Date, until: Date, timeZone: string) =>
        `You can try again in ${sayWait(now, until)}, on ${sayMoment(until, timeZone)}.`,
      untilSupport: 'Only support can open it again. Contact them and say that your account is locked.',
      reset: 'Choose a new password',
    },
  },
});

export type ConfirmPasswordWords = (typeof confirmPasswordWords)['en'];
