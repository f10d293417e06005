import { catalogue } from '../../../kernel/words.ts';

export const staffWords = catalogue({
  en: {
    title: 'Staff',
    lead: 'Everybody who can open the desk. End their access on the day they leave.',
    add: 'Add a member of staff',
    teams: 'Teams that answer tickets',
    caption: 'Staff',
    columns: {
      name: 'Name',
      email: 'Email address',
      role: 'Role',
      state: 'State',
      since: 'Since',
      change: 'Change',
    },
    states: { active: 'Active', waiting: 'Not set up yet', stopped: 'Deactivated' },
    yourself: 'You',
    steps: { role: 'Change\u00a0role', resend: 'Send\u00a0a\u00a0link', end: 'End\u00a0access' },
    of: (name: string) => `of ${name}`,
    invite: {
      title: 'Add a member of staff',
      what: 'We email them a link to set their own password for staff log in.',
      name: 'Full name',
      nameEmpty: 'Enter a full name',
      nameLong: 'Full name must be 200 characters or fewer',
      email: 'Work email address',
      emailHint: 'Their own, that nobody else reads.',
      emailWrong: 'Enter an email address in the correct format, like name@example.com',
      role: 'Role',
      roleEmpty: 'Choose a role',
      button: 'Add and send the link',
      alreadyStaff: 'This person is support staff already',
      notActive: 'This address has an account that is not active. Activate it first, under People',
      addressChanged:
        'The account of this address was changed to another one lately. Ask the person which they use, or wait some days',
    },
    roleHints: {
      agent: 'Answers tickets, works on tasks and helps people with their accounts.',
      senior: 'Can do that too, acts on many tickets at once, and publishes notices.',
      accounts: 'Answers tickets about payments, and sees nothing else about people.',
      editor: 'Writes help articles and notices, and sees no tickets and no people.',
      administrator: 'Can do all of that, and decides who is staff.',
    },
    changeRole: {
      title: (name: string) => `Change the role of ${name}`,
      button: 'Change role',
    },
    end: {
      title: (name: string) => `End the staff access of ${name}`,
      what: [
        'They are logged out of the desk at once, and cannot open it again. We tell them by email.',
        'An account they have in the portal is not affected.',
      ],
      button: 'End access',
    },
    resend: {
      title: (name: string) => `Send ${name} a link to get in`,
      what: [
        'The link goes to their own address. It sets their password for staff log in, and an earlier link stops working.',
      ],
      button: 'Send the link',
    },
    done: {
      invited: 'The person is staff now. The link to set their password has been sent.',
      added: 'The person is staff now, and has been told by email.',
      'role-changed': 'The role is changed. The person has been told by email.',
      'access-ended': 'The access has ended. The person has been told by email.',
      'activation-sent': 'The link to set a password has been sent.',
      'reset-sent': 'The link to choose a new password has been sent.',
    },
    unchanged: {
      'same-role': 'The person has that role already. Nothing was changed.',
      'last-administrator': 'This is the last administrator who can log in. Nothing was changed.',
      'not-active': 'The account is not active, so no link was sent.',
    },
  },
});

export type StaffWords = (typeof staffWords)['en'];
export type StaffDone = keyof (StaffWords['done'] & StaffWords['unchanged']);
