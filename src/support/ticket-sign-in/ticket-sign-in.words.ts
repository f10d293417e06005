import type { Duration } from '../../kernel/duration.ts';
import { sayDuration, sayMoment, sayWait } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const ticketSignInWords = catalogue({
  en: {
    logIn: {
      title: 'Log in to your tickets',
      lead: 'See what you asked support, and what they answered.',
      separate: (service: string) =>
        `This is separate from logging in to ${service}. It works when you cannot log in there.`,
      email: 'Email address',
      emailHint: 'The address you used when you asked us',
      password: 'Password (optional)',
      passwordHint: 'Leave this empty if you have not chosen a password for your tickets',
      button: 'Log in',
      linkButton: 'Email me a link and a code',
      forgotten:
        'If you have forgotten your password, have a link emailed to you. You can then choose a new one.',
      newHere: 'New here?',
      create: 'Create an account for your tickets',
      ask: 'Ask a question without logging in',
      portal: (service: string) => `Log in to ${service} instead`,
      again: 'Log in once more. We ask because you are about to change something important.',
      loggedOut: 'You are logged out of your tickets',
      leftTicket: 'You have left the ticket',
      ended: 'You were logged out. Log in to go on.',
      kept: 'What you typed is kept. Log in to go on with it.',
      left: (left: number) =>
        left === 1
          ? 'You have 1 try left before password entry closes.'
          : `You have ${left} tries left before password entry closes.`,
    },
    closed: {
      title: 'Password entry is closed',
      why: 'We close password entry after too many wrong passwords, to keep out people who guess.',
      untilTime: (now: Date, until: Date, timeZone: string) =>
        `You can try again in ${sayWait(now, until)}, on ${sayMoment(until, timeZone)}.`,
      link: 'You do not have to wait: you can log in with a link or a code that we email to you.',
      button: 'Log in without a password',
    },
    create: {
      title: 'Create an account for your tickets',
      lead: 'You can then see all your questions and our answers in one place.',
      separate: (service: string) =>
        `It is separate from an account for ${service}. You may use the same email address.`,
      fullName: 'Full name',
      email: 'Email address',
      emailHint: 'We send a link and a code to it, to check that it is yours',
      later: 'You can choose a password after that, if you like. You do not need one.',
      button: 'Continue',
    },
    sent: {
      title: 'Check your email',
      what: 'We have sent a link and a code to the address you gave. Follow the link, or type the code here.',
      email: 'Email address',
      code: 'Code',
      codeHint: '8 numbers, like 1234 5678',
      button: 'Continue',
      nothing: 'Nothing came after a few minutes?',
      look: 'Look in your junk folder, and check that you typed the address correctly.',
      again: 'Ask for another one',
      contact: 'Contact us another way',
    },
    link: {
      title: 'Log in to your tickets',
      what: 'Continue to log in on this device. You stay logged in here.',
      stays: (life: Duration) =>
        `You stay logged in for ${sayDuration(life)}. Log out if others use this device.`,
      button: 'Log in',
    },
    past: {
      title: 'This link does not work any more',
      what: 'It has been used, has run out, or you asked for a newer one.',
      next: 'Ask for a new link and a code. It takes a minute.',
      button: 'Get a new link',
    },
    email: {
      subject: (service: string) => `Log in to your ${service} tickets`,
      hello: 'Hello,',
      what: (service: string) =>
        `Somebody asked to log in to the support tickets of this email address at ${service}. If it was you, follow the link.`,
      button: 'Log in to your tickets',
      orCode: 'Or type this code on the page that you asked from:',
      lives: (life: Duration) => `The link and the code work once, for ${sayDuration(life)}.`,
      notYou: 'If it was not you, do nothing. Nobody can log in without this email.',
    },
    errors: {
      notEmail: 'Enter an email address in the correct format, like name@example.com',
      wrong: 'The email address or password is not right',
      noCode: 'Enter the code from the email',
      refused: 'The code is not right, or has stopped working. Check it, or ask for a new email',
      noName: 'Enter your full name',
      longName: (most: number) => `Your full name must be ${most} characters or fewer`,
      notName: 'Enter your name without web or email addresses',
    },
  },
});

export type TicketSignInWords = (typeof ticketSignInWords)['en'];
