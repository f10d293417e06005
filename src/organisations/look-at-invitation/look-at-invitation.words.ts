import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const english = {
  title: 'Invitation that was not known',
  caption: (organisation: string, code: string) => `${organisation} (${code})`,
  lead: 'Whoever reads this address said “This is not me”. The address may be mistyped, or somebody gives access to people who do not work there.',
  rows: {
    name: 'Name as typed',
    email: 'Email address',
    roles: 'Roles',
    invitedBy: 'Invited by',
    invitedAt: 'Invited',
    refusedAt: 'Refused',
    others: 'Other invitations by the same person that were not known',
  },
  gone: 'Somebody whose account is gone',
  moment: (at: Date, timeZone: string) => sayMoment(at, timeZone),
  checks: 'Check before you finish',
  checkList: [
    'Ask the practice, with a phone number you know, whether it meant to invite this person.',
    'Look at the activity of whoever invited them if the practice did not.',
  ],
  found: 'What you found',
  foundHint: 'Kept on record. Colleagues and auditors read it.',
  finish: 'Finish the task',
  done: (by: string, at: string) => `${by} looked at this on ${at}.`,
  doneBySomebody: 'Support',
  back: 'Tasks',
  errors: {
    empty: 'Enter what you found',
    short: 'What you found must be 3 characters or more',
    long: 'What you found must be 500 characters or fewer',
    doneAlready: 'A colleague finished this task meanwhile',
  },
};

export const lookAtInvitationWords = catalogue({ en: english });
export type LookAtInvitationWords = typeof english;
