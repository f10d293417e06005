import { catalogue } from '../../kernel/words.ts';

export const personWords = catalogue({
  en: {
    back: 'User management',
    self: 'This is you.',
    facts: {
      caption: 'Access and details',
      state: 'State',
      email: 'Email address',
      jobTitle: 'Job title',
      phone: 'Phone',
      branch: 'Limited to',
      startsOn: 'Start date',
      endsOn: 'End date',
      returnsOn: 'Expected back',
      added: 'Added',
      addedBy: (day: string, who: string) => `${day}, by ${who}`,
      accepted: 'Accepted the invitation',
      invitation: 'Invitation',
      lastSent: (moment: string) => `Last sent ${moment}.`,
      lastUse: 'Last use here',
      notGiven: 'Not given',
    },
    ended: {
      at: 'Removed',
      by: 'By',
      because: 'Why',
      note: 'Note',
      secret: 'Only administrators see why. The person is told that their access ended, and when.',
      undo: (moment: string) => `This can be undone until ${moment}.`,
    },
    roles: {
      title: 'Roles',
      hadTitle: 'Roles they had',
      none: 'No roles',
      notYet: 'They hold these roles once they accept the invitation.',
      onLeave: 'They hold these roles again when they are back.',
    },
    actions: {
      title: 'What you can do',
      none: 'Other administrators look after this person.',
      labels: {
        details: 'Change details, branch and dates',
        roles: 'Change roles',
        leave: 'Put on long leave',
        return: 'Say that they are back',
        remove: 'Remove access',
        undo: 'Undo the removal',
        restore: 'Give access back',
        reactivate: 'Activate their account again',
        invitation: 'Send again, correct or cancel the invitation',
        'has-left': 'Say that they have left',
        handover: 'Hand over the role of main contact to them',
      },
    },
    leaving: {
      own: (day: string) => `They said on ${day} that they have left.`,
      other: (who: string, day: string) => `${who} said on ${day} that they have left.`,
      somebody: 'Somebody',
    },
    trail: {
      title: 'What happened',
      what: 'What',
      who: 'Who',
      when: 'When',
      reason: (reason: string) => `Reason: ${reason}`,
      somebody: 'Somebody who was not logged in',
      gone: 'Somebody whose account is gone',
    },
    otherEvent: 'Something that this page has no words for yet',
    events: {
      'member-invited': 'Invited',
      'member-removed': 'Access ended',
    } as Record<string, string>,
  },
});

export type PersonWords = (typeof personWords)['en'];
