import { sayMoment } from '../../../kernel/in-english.ts';
import { catalogue } from '../../../kernel/words.ts';

const english = {
  title: 'Someone has died',
  caption: (reference: string) => `Ticket ${reference}`,
  said: 'What we were told',
  check: 'Check first',
  checks: [
    'Call whoever told us, or ask for the death notice or a letter from the practice.',
    'Make sure that it is the account of the person who died, and not of whoever told us.',
  ],
  email: 'Email address of the account',
  emailHint: 'As the person logged in with it.',
  find: 'Find the account',
  reasonHint: 'What you checked, and how. Kept on record: colleagues and auditors read it.',
  notFound: 'No account has this email address. There is nothing to stop.',
  account: 'The account',
  name: 'Name',
  address: 'Email address',
  state: 'State',
  states: {
    invited: 'Not set up',
    active: 'Active',
    deactivated: 'Deactivated',
    closed: 'Closed',
  } as Record<string, string>,
  stoppedSince: (at: Date, timeZone: string) => `All messages are stopped since ${sayMoment(at, timeZone)}.`,
  what: [
    'Nothing is sent to this account any more, and what waits to be sent is thrown away.',
    'The account is closed and the person’s access to every organisation ends. Their colleagues are told.',
    'The account they follow their tickets with is closed, and so are their own tickets.',
    'The account is erased when its time is over. Until then an administrator can take this back, tickets included. Access to organisations does not come back by itself.',
  ],
  ended: 'Closed with it:',
  endedAccount: (email: string) => `The account that follows the tickets of ${email}`,
  confirm: 'Checked: stop all messages and close the account',
  undo: 'Take it back: open the account and send messages again',
  toTicket: 'Back to the ticket',
  done: {
    stopped: 'All messages are stopped and the account is closed.',
    'activated-again': 'The account is open and messages are sent again.',
    'invited-again': 'The account waits to be set up again, and its owner was sent a new link.',
  } as Record<string, string>,
  unchanged: {
    'already-stopped': 'This was done before.',
    'is-staff': 'This is a member of staff. End their access as staff first.',
    'not-deactivated': 'The account is open already.',
  } as Record<string, string>,
};

export const someoneDiedWords = catalogue({ en: english });
export type SomeoneDiedWords = typeof english;
