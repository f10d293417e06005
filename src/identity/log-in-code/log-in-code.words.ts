import type { Duration } from '../../kernel/duration.ts';
import { sayDuration, sayMoment, sayWait } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';
import { whichApp } from '../second-factors/which-app.words.ts';

const tries = (left: number): string =>
  left === 1
    ? 'You have 1 try left before code entry closes.'
    : `You have ${left} tries left before code entry closes.`;

export const logInCodeWords = catalogue({
  en: {
    title: 'Enter your security code',
    passkey: {
      title: 'Use your passkey',
      what: 'Your browser asks for your fingerprint, face, PIN or security key.',
    },
    left: tries,
    field: {
      code: 'Security code',
      codeHint: '6 numbers, like 123 456',
      recovery: 'Recovery code',
      recoveryHint: 'Letters and numbers, like ABCD-EFGH-JKLM. Spaces and dashes do not matter',
      codeEmpty: 'Enter your security code',
      codeShape: 'Security code must be 6 numbers',
      recoveryEmpty: 'Enter a recovery code',
      recoveryShape: 'Recovery code must be 12 letters and numbers',
      wrong: 'The security code is wrong',
    },
    remember: 'On this device',
    rememberLabel: (life: Duration) => `Do not ask for a code on this device for ${sayDuration(life)}`,
    rememberHint: 'Only tick this if nobody else uses it',
    goOn: 'Continue',
    authenticator: (service: string, name: string) =>
      `Open your authenticator app${whichApp(name)} and enter the 6 numbers it shows for ${service}.`,
    text: {
      sent: (end: string) => `We sent a text message to your number ending in ${end}.`,
      notSent: (end: string) => `We can send a security code to your number ending in ${end}.`,
    },
    email: {
      sent: 'We sent an email with a security code to the address of your account.',
      notSent: 'We can send an email with a security code to the address of your account.',
    },
    beside: {
      title: 'Enter the code from your email',
      why: 'Your phone number was added a short time ago. Until we can rely on it alone, we ask for a code by email too.',
    },
    life: (life: Duration) => `The code works for ${sayDuration(life)}. Only the newest works.`,
    expired: 'The code we sent has stopped working. Ask for a new one.',
    recovery: (left: number) =>
      left === 1
        ? 'Enter one of your recovery codes. Each works once. You have 1 left.'
        : `Enter one of your recovery codes. Each works once. You have ${left} left.`,
    send: { text: 'Send the text message', email: 'Send the email' },
    again: { text: 'Send another text message', email: 'Send another email' },
    sendIn: {
      in: (wait: Duration) => `You can ask us to send a code in ${sayDuration(wait)}.`,
      // Filled in by the browser, which counts.
      inSeconds: 'You can ask us to send a code in %{count} seconds.',
    },
    againIn: {
      in: (wait: Duration) => `You can ask us to send another code in ${sayDuration(wait)}.`,
      inSeconds: 'You can ask us to send another code in %{count} seconds.',
    },
    tooSoon: (wait: Duration) =>
      `It is too early to send a code again. Wait ${sayDuration(wait)}, or try another way`,
    limitReached: (until: Date, timeZone: string) =>
      `We have sent as many codes as we can for now. You can ask again on ${sayMoment(until, timeZone)}. Try another way until then`,
    other: {
      title: 'Try another way',
      authenticator: (name: string) => `Use your authenticator app${whichApp(name)}`,
      text: (end: string) => `Get a text message to your number ending in ${end}`,
      email: 'Get an email',
      recovery: 'Use a recovery code',
    },
    noWay: 'None of the ways you set up to get a security code can be used now.',
    cannotUse: (several: boolean) => (several ? 'I cannot use any of these' : 'I cannot use this way'),
    closed: {
      title: 'Code entry is closed',
      justNow: 'That was too many wrong codes.',
      why: 'We close code entry after too many wrong security codes, to keep out people who guess.',
      untilTime: (now: Date, until: Date, timeZone: string) =>
        `You can try again in ${sayWait(now, until)}, on ${sayMoment(until, timeZone)}. You may have to enter your password again.`,
      untilSupport: 'Only support can open it again. Contact them and say that code entry is closed.',
      notYou:
        'If it was not you who entered these codes, somebody may know your password. Choose a new one now.',
      reset: 'Choose a new password',
      noCodes: 'If you have lost your phone or your codes:',
    },
    usedEmail: {
      subject: 'A recovery code was used',
      dear: (name: string) => `Dear ${name},`,
      what: (service: string) => `Somebody logged in to your ${service} account with a recovery code.`,
      left: (left: number) => {
        if (left === 0) return 'It was the last one: you have no recovery codes left.';
        return left === 1 ? 'You have 1 recovery code left.' : `You have ${left} recovery codes left.`;
      },
      advice: 'Get new recovery codes on the security page of your account.',
      button: 'Get new recovery codes',
      you: 'If it was you, all is well. Each recovery code works once.',
      notYou:
        'If it was not you, tell us. Everybody is then logged out of your account, and you choose a new password:',
      notMe: 'This was not me',
    },
  },
});

export type LogInCodeWords = (typeof logInCodeWords)['en'];
