import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';
import { whichApp } from '../second-factors/which-app.words.ts';

export const cannotUseWords = catalogue({
  en: {
    title: 'I cannot use any of these',
    first: 'Try these first. They let you in now, and asking support takes longer.',
    ways: {
      authenticator: (name: string) =>
        `Your authenticator app${whichApp(name)} works without internet and without signal. If the battery is empty, charge it first.`,
      text: (end: string) =>
        `The number that ends in ${end}: if you have a new phone, put the old SIM card into it. If there is no signal, go where there is some, and ask for another text.`,
      email: 'Your email address: look in the spam folder too, or open your email on another device.',
      passkey: (name: string) =>
        `Your passkey${name ? ` (${name})` : ''} may be on your other devices too: a computer, a tablet or a security key.`,
      'recovery-codes': (left: number) =>
        left === 1
          ? 'You have 1 recovery code left, from when you set this up. You printed or saved it.'
          : `You have ${left} recovery codes, from when you set this up. You printed or saved them.`,
    },
    useRecovery: 'Use a recovery code',
    goBack: 'Go back and try again',
    none: {
      title: 'If none of these helps',
      what: 'Ask support. They have to make sure that it is you before they change anything, so that nobody else gets into your account. They never ask for your password.',
      ask: 'Ask support',
    },
    ask: {
      title: 'Ask support to help you get in',
      back: 'Back',
      reason: 'Why can you not get a security code?',
      reasonEmpty: 'Select why you cannot get a security code',
      words: 'Is there anything else support should know? (optional)',
      wordsHint: 'Do not include passwords or codes, or anything about your health.',
      wordsHintForStaff: 'Do not include passwords or codes, or anything about patients.',
      wordsLong: 'What you write must be 500 characters or fewer',
      phone: 'A phone number we can call you on (optional)',
      phoneHint:
        'Only support staff see it, for this request alone. No security code is sent to it, and your account is not changed.',
      phoneWrong: 'Enter a phone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192',
      goOn: 'Continue',
    },
    reasons: {
      'lost-phone': 'My phone is lost, stolen or broken',
      'new-number': 'I have a new phone number',
      'no-signal': 'I have no signal, or texts do not reach me',
      'app-deleted': 'I deleted the app, or it is on an old phone',
      other: 'Something else',
    },
    check: {
      title: 'Check what you tell support',
      reason: 'Why',
      words: 'Anything else',
      phone: 'Phone number',
      nothing: 'Nothing',
      told: 'We also tell every email address and phone number of your account, so that nobody can ask in your place unnoticed.',
      send: 'Send to support',
      change: 'Change this',
    },
    tooMany: 'You have asked support several times today. Call them instead, or ask again tomorrow',
    waiting: {
      title: 'Support has your request',
      reference: 'Your reference is',
      asked: (at: Date, timeZone: string) => `Sent on ${sayMoment(at, timeZone)}.`,
      next: 'What happens next',
      steps: (days: string, times: string) => [
        `Support reads it in its hours: ${days}, ${times}.`,
        'They write to the email address of your account, or call you if you gave a number, to make sure that it is you.',
        'Nothing in your account changes before that.',
      ],
      meanwhile:
        'If you find your phone or a recovery code in the meantime, log in with it. Your request then closes by itself.',
      hurry: 'If you cannot wait, call support and say your reference.',
      back: 'Go back to the security code',
    },
    email: {
      subject: 'Somebody cannot get a security code for your account',
      dear: (name: string) => `Dear ${name},`,
      what: (service: string) =>
        `Somebody who entered the right password of your ${service} account told us that they cannot get a security code, and asked support to help them in.`,
      you: (reference: string) =>
        `If it was you, keep this reference: ${reference}. Support will contact you. If you find a way to get a code in the meantime, log in with it, and the request closes by itself.`,
      notYou:
        'If it was not you, somebody else knows your password. Say so now: we stop the request, and make your account safe. You need not log in.',
      button: 'This was not me',
    },
    text: (service: string, phone: string) =>
      `${service}: somebody with your password asked to get in without a security code. If this was not you, open the email we sent or call ${phone}.`,
  },
});

export type CannotUseWords = (typeof cannotUseWords)['en'];
