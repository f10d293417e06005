import type { Duration } from '../../kernel/duration.ts';
import { sayLife, sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const english = {
  remove: {
    title: (name: string) => `Remove ${name}`,
    effect: (practice: string) => [
      `Their access to ${practice} and its branches ends at once, wherever they are logged in.`,
      'Their account stays theirs, with any access they have to other organisations.',
      'We tell them that it ended, and when. We never tell them why.',
    ],
    undo: (life: Duration) => `You can undo this for ${sayLife(life)}.`,
    because: 'Why do you remove them?',
    reasons: {
      left: 'They have left the organisation',
      moved: 'They have moved to another practice',
      'role-changed': 'Their role has changed and they need no access',
      security: 'I have a security concern',
      other: 'Another reason',
    },
    securityHint:
      'Support looks at their account. The person is not told why. Invitations they sent that nobody has accepted are cancelled.',
    note: 'Note (optional)',
    noteHint: 'Only administrators of this organisation, support and auditors read it.',
    button: 'Remove their access',
  },
  undo: {
    title: (name: string) => `Undo the removal of ${name}`,
    what: 'They have access again exactly as before, and we tell them by email.',
    until: (at: Date, timeZone: string) => `This is possible until ${sayMoment(at, timeZone)}.`,
    button: 'Give the access back',
  },
  restore: {
    title: (name: string) => `Give ${name} access again`,
    what: 'Choose what they need now. Their access begins at once, and we tell them by email.',
    button: 'Give access',
    invite: 'Invite them anew',
  },
  cancel: 'Cancel',
  errors: {
    noReason: 'Choose why you remove them',
    longNote: (most: number) => `Note must be ${most} characters or fewer`,
    noNote: 'Say in the note what the reason is',
    lastAdministrator:
      'Nobody else could look after the people of this organisation. Name a deputy first, or hand over',
    tooLate: 'This removal can no longer be undone. You can give them access again instead',
    backAlready: 'They have access to this organisation already, or were invited again',
    rolesNotYours: (roles: readonly string[]) =>
      `Only the main contact, or whoever removed them, can undo this, because another administrator gives these roles: ${roles.join(', ')}. You can give them access again with other roles`,
    placeClosed:
      'The branch they worked at has closed or belongs to another practice. Invite them anew to another place',
    accountGone: 'Their account is gone. Invite them anew',
    notKnown: 'Their account is gone, or has another email address now. Invite them anew',
  },
};

export const removePersonWords = catalogue({ en: english });
export type RemovePersonWords = typeof english;
