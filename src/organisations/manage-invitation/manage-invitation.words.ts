import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const english = {
  title: 'Invitation',
  caption: (person: string) => person,
  lead: 'Correct the address or the name if something is wrong, then send the invitation again. Only the newest email works.',
  rows: { state: 'State', sent: 'Sent', until: 'Can be accepted until' },
  standing: {
    waiting: 'About to be sent',
    delayed: 'Not accepted by their mail server yet. We keep trying',
    'not-delivered': 'Not delivered. Check the address',
    sent: 'Sent, not accepted yet',
    expired: 'Expired. Send it again if they should have access',
  },
  notYet: 'Not yet',
  moment: (at: Date, timeZone: string) => sayMoment(at, timeZone),
  email: 'Email address',
  emailHint:
    'Their own work address, that nobody else reads. A link sent to another address stops working at once.',
  fullName: 'Full name',
  send: 'Send the invitation again',
  sendAnyway: 'Send it anyway',
  cancelLink: 'Cancel the invitation',
  cancel: {
    title: 'Cancel the invitation',
    sure: (person: string, organisation: string) =>
      `${person} can then no longer get access to ${organisation} with it. You can invite them again at any time.`,
    yes: 'Cancel the invitation',
    no: 'Keep it',
  },
  over: {
    title: 'The invitation is over',
    accepted: 'It was accepted. Change roles and details on the page of the user.',
    removed: 'It was answered or cancelled. Create the user again if they should have access.',
    user: 'Go to the user',
  },
  errors: {
    noEmail: 'Enter their email address',
    notEmail: 'Enter an email address in the correct format, like name@example.com',
    noName: 'Enter their full name',
    longName: (most: number) => `Full name must be ${most} characters or fewer`,
    notName: 'Full name must not include an email or web address',
    rolesNotYours: (roles: readonly string[]) =>
      `You cannot send this to another address, because another administrator gives these roles: ${roles.join(', ')}. You can cancel it`,
    alreadyMember: 'Another user of the practice has this email address',
    tooMany: 'Too many invitations were sent in the last hour. Try again in an hour',
  },
};

export const manageInvitationWords = catalogue({ en: english });
export type ManageInvitationWords = typeof english;
