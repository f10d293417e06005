import { catalogue } from '../../../kernel/words.ts';

export const personWords = catalogue({
  en: {
    back: 'People',
    email: 'Email address',
    username: 'Username',
    occupation: 'What describes them',
    phone: 'Phone number',
    noMobile: (typed: string) => `No mobile (${typed} stands for that, and is never called)`,
    address: 'Postal address',
    contact: 'How to contact them',
    contactNeeds: {
      'large-print': 'Letters in large print',
      'no-calls': 'No phone calls',
      'text-relay': 'Calls through Relay UK (text relay)',
      interpreter: 'An interpreter',
    } as Record<string, string>,
    interpreter: (language: string) => `An interpreter: ${language}`,
    pendingEmail: (email: string) => `A change to ${email} waits to be confirmed.`,
    stopper: (email: string, moment: string) =>
      `Changed lately: until ${moment} the old address, ${email}, can stop the change, and emails for a new password go there.`,
    account: 'Account',
    since: {
      invited: (moment: string) => `Invited on ${moment}, and not set up yet by its owner.`,
      active: (moment: string) => `Active since ${moment}.`,
      deactivated: (moment: string) => `Deactivated on ${moment}.`,
      closed: (moment: string) => `Closed on ${moment}.`,
    },
    why: (reason: string) => `Reason: ${reason}`,
    passwordEntry: 'Password entry',
    codeEntry: 'Code entry',
    open: 'Open',
    closedUntil: (moment: string) => `Closed until ${moment}`,
    closedUntilSupport: 'Closed until support opens it',
    ofOneBrowser: '(one browser)',
    ofStaff: '(staff log in)',
    password: 'Password',
    hasPassword: { portal: 'Set for the portal', support: 'Set for staff log in' },
    noPassword: 'Not set',
    lastLogIn: 'Last logged in',
    never: 'Never',
    sessions: 'Logged in now',
    sessionCount: (count: number) => {
      if (count === 0) return 'Nowhere';
      return count === 1 ? 'In 1 browser' : `In ${count} browsers`;
    },
    roles: {
      caption: 'Organisations',
      organisation: 'Organisation',
      role: 'Role',
      since: 'Since',
      ended: (moment: string) => `Ended ${moment}`,
      none: 'Belongs to no organisation.',
    },
    messages: {
      caption: 'Messages sent',
      what: 'Message',
      status: 'What became of it',
      at: 'When',
      none: 'No message was sent to this account.',
    },
    events: {
      caption: 'What happened lately',
      what: 'What',
      who: 'Who',
      at: 'When',
      none: 'Nothing is on record.',
      withReason: (reason: string) => `Reason: ${reason}`,
    },
    actions: {
      title: 'Help this person',
      note: 'Nobody but the owner ever sees or sets a password.',
      unlock: 'Open password entry',
      'allow-changes': 'Allow changes again',
      'send-link': { activation: 'Send the activation link', reset: 'Send a reset link' },
      'log-out': 'Log out everywhere',
      deactivate: 'Deactivate the account',
      activate: 'Activate the account again',
      close: 'Close the account',
      ownAccount: 'This is your own account. A colleague can help you with it.',
      administrator: 'Only administrators can act on an administrator’s account.',
    },
  },
});

export type PersonWords = (typeof personWords)['en'];
