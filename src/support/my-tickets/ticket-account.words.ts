import { catalogue } from '../../kernel/words.ts';

export const ticketAccountWords = catalogue({
  en: {
    title: 'Your details',
    lead: 'What support keeps so that you can follow your tickets.',
    facts: { name: 'Name', email: 'Email address', password: 'Password' },
    hasPassword: 'You have chosen one',
    noPassword: 'None: you log in with a link or a code that we email to you',
    change: 'Change',
    choose: 'Choose one',
    ofPassword: 'password',
    name: {
      title: 'Your name',
      label: 'Full name',
      hint: 'How we address you when we answer',
      button: 'Save',
    },
    portalTitle: (service: string) => `Your account for ${service}`,
    portal: {
      not: (service: string) =>
        `These tickets are separate from an account for ${service}. If you have one, you can link the two. You then see these tickets there too.`,
      how: (service: string) =>
        `To link them, log in to ${service} in this browser and come back to this page.`,
      logIn: (service: string) => `Log in to ${service}`,
      both: (service: string, name: string) =>
        `You are logged in to ${service} too, as ${name}. Is this you?`,
      warning: 'Whoever can log in to that account can then read these tickets.',
      link: 'Link my tickets to this account',
      linked: (service: string) => `Your tickets are linked to an account for ${service}.`,
      unlink: 'Take the link back',
    },
    fromPortal: {
      lead: (service: string) =>
        `You are logged in with your account for ${service}. You see the tickets of its email address.`,
      linked: 'Other email addresses whose tickets you see here',
      unlink: 'Take the link back',
      unlinkWhat: (email: string) => `of ${email}`,
      other: 'Did you ask us from another email address?',
      how: 'Log in with that address too. You can then link its tickets to your account.',
      logIn: 'Log in with another address',
      details: 'Change your account',
    },
    done: {
      password: 'Your password is saved. Other devices were logged out.',
      'password-removed': 'Your password is removed. Other devices were logged out.',
      name: 'Your name is saved',
      linked: 'Your tickets are linked to your account',
      unlinked: 'The link is taken back',
      nothing: 'Nothing was changed',
    },
    errors: {
      noName: 'Enter your full name',
      longName: (most: number) => `Your full name must be ${most} characters or fewer`,
      notName: 'Enter your name without web or email addresses',
    },
    email: {
      hello: 'Hello,',
      subject: 'Your support tickets were linked to an account',
      what: (service: string) =>
        `Somebody who was logged in to the support tickets of this email address linked them to an account for ${service}. Whoever logs in to that account can read them.`,
      notYou: 'If it was not you, log in to your tickets and take the link back. Then tell us.',
      button: 'See your details',
    },
  },
});

export type TicketAccountWords = (typeof ticketAccountWords)['en'];
