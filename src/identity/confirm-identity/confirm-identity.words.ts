import { sayMoment, sayWait } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';
import { whichApp } from '../second-factors/which-app.words.ts';

const times = (left: number) => (left === 1 ? '1 try' : `${left} tries`);

export const confirmIdentityWords = catalogue({
  en: {
    title: {
      password: 'Enter your password to go on',
      code: 'Enter a security code to go on',
      'recovery-codes': 'Enter a recovery code to go on',
      passkey: 'Use your passkey to go on',
      none: 'This has to wait',
    },
    why: 'The next step changes something that must be safe, so we check that it is still you.',
    kept: 'What you typed is kept.',
    notPassword: (from: Date, timeZone: string) =>
      `The password was reset by email a short time ago. Until ${sayMoment(from, timeZone)} a security code or passkey is needed here, and the password is not enough. That keeps out somebody who can read your email.`,
    noWay:
      'You have no other way that works now. Come back then, or call support if you cannot wait. You can go on using everything else.',
    password: 'Password',
    passwordEmpty: 'Enter your password',
    wrong: 'The password is not right',
    left: (left: number) => `You have ${times(left)} left before password entry closes.`,
    goOn: 'Continue',
    forgotten: 'Forgotten my password',
    back: 'Go back without changing anything',
    code: {
      label: 'Security code',
      hint: '6 numbers',
      empty: 'Enter your security code',
      malformed: 'Security code must be 6 numbers',
      wrong: 'The security code is wrong',
      left: (left: number) => `You have ${times(left)} left before code entry closes.`,
      recoveryLabel: 'Recovery code',
      recoveryHint: '12 letters and numbers, like ABCD-EFGH-JKLM. Each code works once.',
      recoveryEmpty: 'Enter one of your recovery codes',
      recoveryMalformed: 'Recovery code must be 12 letters and numbers',
    },
    from: {
      authenticator: (name: string) =>
        `Open your authenticator app${whichApp(name)} and enter the code it shows for this service.`,
      text: (end: string) => `We send a code to your mobile number that ends in ${end}.`,
      email: 'We send a code to your email address.',
      'recovery-codes': (left: number) =>
        left === 1
          ? 'Enter the last of the codes you printed or saved.'
          : `Enter one of the ${left} codes you printed or saved and have not used.`,
      passkey: 'Your browser asks for your fingerprint, face, PIN or security key.',
    },
    send: 'Send the code',
    sent: {
      text: (end: string) => `We sent a code to your mobile number that ends in ${end}.`,
      email: 'We sent a code to your email address. Check your spam folder too.',
    },
    again: {
      button: 'Send another code',
      wait: (now: Date, from: Date) => `You can ask for another code in ${sayWait(now, from)}.`,
      seconds: 'You can ask for another code in %{count} seconds.',
      tooSoon: 'A code was sent a moment ago. Wait a little before you ask for another.',
      limit: (until: Date, timeZone: string) =>
        `As many codes as a day allows were sent. You can ask for another on ${sayMoment(until, timeZone)}, or use another way now.`,
    },
    gone: 'That way cannot be used any more. Choose another.',
    others: {
      title: 'Try another way',
      password: 'Enter your password',
      authenticator: (name: string) => `Use your authenticator app${whichApp(name)}`,
      text: (end: string) => `Get a code by text message to the number that ends in ${end}`,
      email: 'Get a code by email',
      'recovery-codes': 'Use a recovery code',
      passkey: 'Use a passkey',
    },
    closed: {
      title: 'Password entry is closed',
      loggedOut: 'That was too many wrong passwords, so you were logged out.',
      why: 'We close password entry after too many wrong passwords, to keep out people who guess.',
      untilTime: (now: Date, until: Date, timeZone: string) =>
        `You can try again in ${sayWait(now, until)}, on ${sayMoment(until, timeZone)}.`,
      untilSupport: 'Only support can open it again. Contact them and say that your account is locked.',
      reset: 'Choose a new password',
    },
    codesClosed: {
      title: 'Code entry is closed',
      loggedOut: 'That was too many wrong codes, so you were logged out.',
      why: 'We close code entry after too many wrong codes, to keep out people who guess. No code is looked at until then.',
    },
  },
});

export type ConfirmIdentityWords = (typeof confirmIdentityWords)['en'];
