import { catalogue } from '../../kernel/words.ts';

export const createAccountWords = catalogue({
  en: {
    title: 'Create an account',
    once: {
      heading: 'You only need one account',
      body: 'If you have registered before, with this or another email address, get back in to that account. You can change its email address once you are in.',
      link: 'Get back in to your account',
    },
    fullName: 'Full name',
    email: 'Email address',
    emailHint: 'We send an email to it before the account can be used. You can log in with it.',
    occupation: 'What describes you?',
    before: {
      label: 'Have you had an account here before?',
      hint: 'It does not matter which email address you used.',
      no: 'No',
      yes: 'Yes, or I am not sure',
    },
    agree: 'By creating an account you agree to the',
    terms: 'terms of use',
    and: 'and to how we use what you tell us, in the',
    privacy: 'privacy notice',
    create: 'Create account',
    errors: {
      noName: 'Enter your full name',
      longName: (most: number) => `Full name must be ${most} characters or fewer`,
      notName: 'Enter a name without a web or email address',
      notEmail: 'Enter an email address in the correct format, like name@example.com',
      noOccupation: 'Select what describes you',
      noBefore: 'Select whether you have had an account here before',
      emailKnown: 'There is already an account with this email address',
      usernameKnown:
        'There is already an account with this username, or one that looks like it. If it is not yours, choose another one',
    },
    known: {
      title: 'Is it your account?',
      body: 'No new account was made. If the account is yours, get back in: you do not need to remember its password.',
      button: 'Get back in',
    },
    second: {
      title: 'A second account may not help you',
      why: 'It begins empty:',
      reasons: [
        'nothing from your earlier account comes with it',
        'both accounts stay, each with its own email address and password',
        'messages may go to the one that you do not look at',
      ],
      better:
        'You can get back in to the earlier one, even if you have forgotten everything but your email address. If you no longer have that email address, contact support.',
      button: 'Get back in to my account',
      goOn: 'Create another account',
      contact: 'Contact support',
    },
    sent: {
      title: 'Check your email',
      lead: 'We have sent an email to the address you gave.',
      next: 'It has a link and a code, to set up your account and choose a password.',
      known: 'If there was an account for the address already, the email says so, and how to get back in.',
      nothingYet: 'You cannot log in until you have done this.',
      code: 'Enter the code from the email',
      notArrived: 'The email has not arrived',
      notArrivedSteps: [
        'It can take a few minutes.',
        'Look in your spam or junk folder.',
        'Your email provider or your organisation may hold back messages for a time.',
        'The address may have been mistyped: create the account again.',
      ],
      again: 'Create the account again',
    },
    closed: {
      title: 'How to get an account',
      body: 'Here, accounts are for people who were invited.',
      invited: 'If we have sent you an email, use its link or its code to set up your account.',
      activate: 'Set up an account you were invited to',
      organisation:
        'If your organisation is here, ask its main contact to invite you. If it is not, it can register.',
      register: 'Register an organisation',
      had: 'If you had an account, get back in to it.',
      recover: 'Get back in to your account',
    },
    mail: {
      dear: (name: string) => `Dear ${name},`,
      known: {
        subject: 'You already have an account',
        intro: (service: string) =>
          `Somebody tried to create a ${service} account with this email address. You have one already, so no other was made.`,
        forgotten: 'If you have forgotten how to log in, get back in here:',
        button: 'Get back in',
        logIn: (address: string) => `If you know your password, log in at ${address}.`,
        notYou: 'If it was not you, do nothing. Whoever it was has not learnt that you have an account.',
      },
      notActive: {
        subject: 'Your account is not active',
        intro: (service: string) =>
          `Somebody tried to create a ${service} account with this email address. There is one already, and it is not active.`,
        who: (phone: string, email: string) =>
          `To have it activated again, contact support: call ${phone} or write to ${email}.`,
        hours: (days: string, times: string) => `Support hours: ${days}, ${times}.`,
        notYou: 'If it was not you, do nothing.',
      },
    },
  },
});

export type CreateAccountWords = (typeof createAccountWords)['en'];
