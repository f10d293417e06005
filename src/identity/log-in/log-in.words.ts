import { sayMoment, sayWait } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const logInWords = catalogue({
  en: {
    title: 'Log in',
    staffTitle: 'Log in for support staff',
    identifier: 'Email address',
    identifierEmpty: 'Enter your email address',
    password: 'Password',
    passwordEmpty: 'Enter your password',
    logIn: 'Log in',
    forgotten: 'Forgotten my details',
    newHere: 'New here?',
    activate: 'Set up an account you were invited to',
    register: 'Register an organisation',
    wrong: 'The email address or password is not right',
    wrongLead: 'Check both and try again.',
    left: (left: number) =>
      left === 1
        ? 'You have 1 try left before password entry closes.'
        : `You have ${left} tries left before password entry closes.`,
    adviseReset: 'If you are not sure of your password, choose a new one now:',
    reset: 'Choose a new password',
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
    deactivated: {
      title: 'Your account is not active',
      what: 'Your password is right, but the account has been deactivated.',
      next: 'Contact support to have it activated again. If you work for an organisation, its main contact can also help.',
    },
  },
});

export type LogInWords = (typeof logInWords)['en'];
