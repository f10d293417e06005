import { catalogue } from '../../kernel/words.ts';

export const notMeWords = catalogue({
  en: {
    title: 'Was this not you?',
    what: 'Tell us, and we make your account safe at once:',
    steps: [
      'everybody is logged out of your account, you too',
      'every browser is forgotten',
      'the password stops working, and we send you an email with the way to a new one',
      'ways to get a security code that were added since are removed, and those that were removed come back',
      'a request to get in without a code is stopped',
      'if the email address was changed and that can still be stopped, the address from before is your account’s again',
      'support looks at what happened. Until then the email address, the phone number and the ways to get a code cannot be changed',
    ],
    whose: (name: string) => `This is about the account of ${name}.`,
    confirm: 'This was not me: make my account safe',
    itWasMe: 'If it was you, close this page. Nothing is changed.',
    done: {
      title: 'Your account is safe',
      what: 'Everybody is logged out and the password no longer works.',
      next: 'Check your email: we sent you the way to a new password. If you use the same password anywhere else, change it there too.',
      support: 'Support looks at what happened. You can also contact them now.',
    },
    doneBefore: {
      title: 'You have told us already',
      what: 'Your account was made safe when you first sent this. If no email with the way to a new password came, ask for another.',
    },
    dead: {
      title: 'This link no longer works',
      what: 'If you think somebody else is in your account, choose a new password now: that logs everybody out.',
    },
    notActive: {
      title: 'Your account is not active',
      what: 'Nobody can log in to it, so nothing needs to be made safe. Contact support if you think it was misused.',
    },
    choosePassword: 'Choose a new password',
    text: (service: string, phone: string) =>
      `${service}: This was not me was pressed in an email about your account. Everybody was logged out. If you did not press it, call ${phone}.`,
    email: {
      subject: 'Your account was made safe',
      dear: (name: string) => `Dear ${name},`,
      what: (service: string) =>
        `You told us that it was not you who used your ${service} account. Everybody was logged out, every browser was forgotten, and the password no longer works.`,
      back: 'If the email address of the account was changed and that could still be stopped, the address from before is the account’s again.',
      codes:
        'Ways to get a security code that were added since we wrote to you were removed, and those that were removed since are back, unless that would have left none. Until support has looked, the email address, the phone number and the ways to get a code cannot be changed.',
      next: 'We sent the way to a new password in a separate email, to the address the account has now. If it does not come, choose “Forgotten my details” on the log in page.',
      support: (phone: string, email: string) =>
        `Support looks at what happened. You can call ${phone} or write to ${email}.`,
    },
  },
});

export type NotMeWords = (typeof notMeWords)['en'];
