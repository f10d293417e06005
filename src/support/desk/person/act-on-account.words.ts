import { catalogue } from '../../../kernel/words.ts';

export const actOnAccountWords = catalogue({
  en: {
    cause: {
      label: 'Who may activate it again?',
      support: { label: 'Support only' },
      unused: {
        label: 'Support, or the main contact of an organisation of theirs',
        hint: 'Only where the account was not used, and nothing else is wrong with it.',
      },
    },
    check: 'Make sure that you know who is asking before you go on.',
    unlock: {
      title: (name: string) => `Open password entry for ${name}`,
      what: [
        'The person can enter their password and security codes again, in every browser.',
        'We tell them by email. Their password stays as it is.',
      ],
      button: 'Open password entry',
    },
    'allow-changes': {
      title: (name: string) => `Allow changes again for ${name}`,
      what: [
        'The person said “this was not me”. Since then the email address, the phone number and the ways to get a security code cannot be changed.',
        'Look first at the ways to get a code and at what happened lately. Speak with the person, on a number or address they had before.',
        'We tell them by email.',
      ],
      button: 'Allow changes again',
    },
    'send-link': {
      title: (name: string) => `Send ${name} a link to get in`,
      what: [
        'It goes to the email address of the account, and to no other. An earlier one stops working.',
        'Who has set up the account gets what a reset sends: a link to choose a new password, or a temporary password. Who has not gets the link to set it up.',
      ],
      button: 'Send the link',
    },
    'log-out': {
      title: (name: string) => `Log ${name} out everywhere`,
      what: [
        'The person is logged out in every browser at once, and we forget the browsers they used. Their password stays as it is.',
        'Use it when a telephone or computer was lost or stolen. We tell them by email.',
      ],
      button: 'Log the person out',
    },
    deactivate: {
      title: (name: string) => `Deactivate the account of ${name}`,
      what: [
        'The person is logged out everywhere at once, and links we sent them stop working.',
        'They cannot log in or reset their password until staff activate the account again. We tell them by email.',
      ],
      button: 'Deactivate the account',
    },
    activate: {
      title: (name: string) => `Activate the account of ${name} again`,
      what: [
        'The person can log in again, with the password and the organisations they had. We tell them by email.',
        'If the account was never set up, we send a new link to set it up.',
      ],
      button: 'Activate the account',
    },
    close: {
      title: (name: string) => `Close the account of ${name}`,
      what: [
        'Only when the person asked for it. They are logged out everywhere, and cannot log in any more.',
        'We tell them by email how to open it again. After the time set, everything about them is erased by itself.',
        'If they are the last main contact of an organisation, find it another one first. Until then requests for access come to support.',
      ],
      button: 'Close the account',
    },
    done: {
      'changes-allowed': 'Changes are allowed again. The person has been told by email.',
      unlocked: 'Password entry is open. The person has been told by email.',
      'activation-sent': 'The link to set up the account has been sent.',
      'reset-sent': 'What the person needs to choose a new password has been sent.',
      'logged-out': 'The person is logged out everywhere, and has been told by email.',
      closed: 'The account is closed. The person has been told by email.',
      deactivated: 'The account is deactivated. The person has been told by email.',
      'activated-again': 'The account is active again. The person has been told by email.',
      'invited-again': 'The account waits to be set up. A new link has been sent.',
    },
    unchanged: {
      'not-frozen': 'Changes were allowed already. Nothing was changed.',
      'already-open': 'Password entry was open already. Nothing was changed.',
      'not-logged-in': 'The person was logged in nowhere. Nothing was changed.',
      'not-active': 'The account is not active, so no link was sent.',
      'already-closed': 'The account was closed already. Nothing was changed.',
      'is-staff': 'The person works for support. End that access first. Nothing was changed.',
      'already-deactivated': 'The account was not active already. Nothing was changed.',
      'last-administrator': 'This is the last administrator who can log in. Nothing was changed.',
      'not-deactivated': 'The account was not deactivated. Nothing was changed.',
    },
  },
});

export type ActOnAccountWords = (typeof actOnAccountWords)['en'];
export type ActionOutcome = keyof (ActOnAccountWords['done'] & ActOnAccountWords['unchanged']);
