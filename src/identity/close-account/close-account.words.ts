import { sayDuration } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const closeAccountWords = catalogue({
  en: {
    title: 'Close your account',
    back: 'Your data',
    happens: 'What happens',
    steps: (keptFor: number) => [
      'You are logged out everywhere, and nobody can log in to the account.',
      'Links we sent you stop working.',
      'If you act for an organisation, you no longer can.',
      `We email you a link that opens the account again, for ${sayDuration(keptFor)}.`,
      `After ${sayDuration(keptFor)} we erase the account for good, with your details and your activity.`,
    ],
    stays:
      'What stays is what others did and a record that something happened, without your name or address.',
    usernameKept: 'Nobody else can have your username.',
    copyFirst: 'You may want a copy of your data first.',
    sure: 'I understand that my account will be erased',
    notSure: 'Confirm that you understand what happens',
    button: 'Close my account',
    cancel: 'Keep my account',
    orphan: {
      title: 'Nobody else gives access',
      about: 'You are the only one who can add or remove people for:',
      ask: 'So that they are not left without anybody, support closes your account with you. They get in touch within 2 working days.',
      sure: 'I want support to close my account',
      notSure: 'Confirm that you want support to close your account',
      button: 'Ask support to close my account',
      sent: 'We have asked support to close your account',
      next: 'They get in touch with you at the email address or phone number of your account. Until then nothing changes.',
    },
    staff: {
      about:
        'You also work for support. An administrator ends your access to the support desk first; then you can close your account here.',
    },
    closed: {
      title: 'Your account is closed',
      text: 'You have been logged out.',
      next: 'We have sent you an email with a link that opens the account again, in case you change your mind.',
      home: 'Go to the home page',
    },
    reopen: {
      title: 'Open your account again?',
      about: 'Everything is as it was when it was closed: your password and your details.',
      button: 'Open my account again',
      done: 'Your account is open again',
      next: 'You can log in with the password you had.',
      logIn: 'Log in',
      gone: 'This link does not work any more',
      why: 'The account was opened again already, or its time is over and it has been erased.',
      contact: 'Contact support',
    },
  },
});

export type CloseAccountWords = (typeof closeAccountWords)['en'];
