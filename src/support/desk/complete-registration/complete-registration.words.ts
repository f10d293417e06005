import { catalogue } from '../../../kernel/words.ts';

const english = {
  title: 'Complete this registration',
  caption: (reference: string) => `Ticket ${reference}`,
  lead: 'Fill in what is missing. The person is told by email that the registration was received. It is then checked and decided like any other.',
  notConfirmed:
    'The address of this ticket is not confirmed yet. Call the organisation before you rely on it.',
  code: 'Unique ID of the organisation',
  fullName: 'Full name of the main contact',
  email: 'Their work email address',
  phone: 'Their phone number',
  mailbox: 'Email address of the organisation itself',
  mailboxHint: 'A shared mailbox that its staff read, not one person’s own.',
  send: 'Complete the registration',
  cancel: 'Cancel',
  errors: {
    noName: 'Enter the full name of the main contact',
    longName: (most: number) => `Full name must be ${most} characters or fewer`,
    notName: 'Full name must not include an email or web address',
    noEmail: 'Enter their work email address',
    notEmail: 'Enter an email address in the correct format, like name@example.com',
    noPhone: 'Enter their phone number',
    notPhone: 'Enter a phone number, like 01632 960 001 or 07700 900 982',
    noCode: 'Enter the unique ID of the organisation',
    noMailbox: 'Enter the email address of the organisation itself',
    ownMailbox: 'Enter an address of the organisation that is different from the person’s own',
    notRegistrable:
      'No organisation with this unique ID can be registered: it is not known, has closed, is registered already, or registers through another',
  },
  doneTitle: 'Registration completed',
  doneReference: 'Reference of the registration',
  doneNext: 'Check it with the organisation, then decide.',
  toRegistration: 'Open the registration',
  toTicket: 'Back to the ticket',
  became: {
    title: 'This was completed already',
    text: (registration: string, organisation: string) =>
      `It became registration ${registration} of ${organisation}.`,
    state: {
      waiting: 'It waits to be checked and decided.',
      approved: 'It was approved.',
      refused: 'It was refused.',
    },
  },
  note: (reference: string) => `Completed as registration ${reference}.`,
};

export const completeRegistrationWords = catalogue({ en: english });
export type CompleteRegistrationWords = typeof english;
