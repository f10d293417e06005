import type { Duration } from '../../kernel/duration.ts';
import { sayDuration, sayMoment, sayWait } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const logInWords = catalogue({
  en: {
    title: 'Log in',
    staffTitle: 'Log in for support staff',
    byEmail: {
      label: 'Email address',
      empty: 'Enter your email address',
      wrong: 'The email address or password is not right',
    },
    byEitherName: {
      label: 'Username or email address',
      empty: 'Enter your username or email address',
      wrong: 'The username, email address or password is not right',
    },
    password: 'Password',
    passwordEmpty: 'Enter your password',
    logIn: 'Log in',
    forgotten: 'Forgotten my details',
    forgottenPassword: 'Forgotten password',
    newHere: 'New here?',
    activate: 'Set up an account you were invited to',
    createAccount: 'Create an account',
    register: 'Register an organisation, or ask for access to one',
    temporary: {
      used: 'This temporary password has been used. Enter the password you chose with it',
      replaced: 'This is not the newest temporary password. Only the newest works',
      expired: 'This temporary password has expired',
    },
    temporaryNext: {
      used: 'If you did not use it, ask for a new one and tell support.',
      replaced:
        'You asked for a newer one after this, or your password has been changed since. Look for the latest email.',
      expired: 'Your old password still works. If you do not know it, ask for a new temporary password.',
    },
    wrongLead: 'Check both and try again.',
    left: (left: number) =>
      left === 1
        ? 'You have 1 try left before password entry closes.'
        : `You have ${left} tries left before password entry closes.`,
    adviseReset: 'If you are not sure of your password, choose a new one now:',
    reset: 'Choose a new password',
    ended: {
      loggedOut: 'You were logged out',
      limits: (idle: Duration, longest: Duration) =>
        `To keep your account safe, that happens after ${sayDuration(idle)} without use, and ${sayDuration(longest)} after you logged in.`,
      kept: 'What you typed is kept. Log in to go on with it.',
      fileNotKept: 'The file you chose is not kept. Log in, then choose it again.',
    },
    waited:
      'You were not logged in: it took too long, or something about your account changed meanwhile. Enter your password again.',
    closed: {
      title: 'Password entry is closed',
      justNow: 'That was too many wrong passwords.',
      why: 'We close password entry after too many wrong passwords, to keep out people who guess.',
      untilTime: (now: Date, until: Date, timeZone: string) =>
        `You can try again in ${sayWait(now, until)}, on ${sayMoment(until, timeZone)}.`,
      untilSupport: 'Only support can open it again. Contact them and say that your account is locked.',
      resetNow: 'You do not have to wait: choosing a new password opens it at once.',
      meanwhile: 'Somebody else in your organisation with the same role can do the work meanwhile.',
      notYou:
        'If it was not you, somebody may have tried to guess your password. We write to the owner of the account.',
    },
  },
});

export type LogInWords = (typeof logInWords)['en'];
