import { catalogue } from '../../kernel/words.ts';

const english = {
  details: {
    title: 'Change details',
    jobTitle: 'Job title (optional)',
    phone: 'Work phone number (optional)',
    branch: 'Where they have access',
    whole: (practice: string) => `The whole of ${practice}`,
    only: (branch: string, code: string) => `Only ${branch} (${code})`,
    startsOn: 'Start date (optional)',
    startsOnHint: 'Their access begins on this day. Leave it empty for now. For example, 27 3 2027',
    endsOn: 'End date (optional)',
    endsOnHint: 'Their access ends by itself after this day. For example, 27 3 2027',
    told: 'We tell them by email when the place or the dates change.',
    save: 'Save the changes',
  },
  roles: {
    title: 'Change roles',
    own: 'These are your own roles. You can give up one that you no longer need, and nobody can raise themselves.',
    effect: 'A change counts at once, wherever they are logged in. We tell them by email.',
    save: 'Save the roles',
  },
  cancel: 'Cancel',
  names: {
    jobTitle: 'job title',
    phone: 'phone number',
    branchId: 'where they have access',
    startsOn: 'start date',
    endsOn: 'end date',
  },
  errors: {
    longTitle: (most: number) => `Job title must be ${most} characters or fewer`,
    notPhone: 'Enter a phone number, like 01632 960 001, or leave it empty',
    unknownBranch: 'Choose one of the places shown',
    noDay: {
      startsOn: 'Start date must be a real date, like 27 3 2027',
      endsOn: 'End date must be a real date, like 27 3 2027',
    },
    endsInPast: 'End date must be today or later. To end their access now, remove them instead',
    endsBeforeStart: 'End date must not be before the start date',
    rolesNotYours: (roles: string) =>
      `You cannot move them, because they have roles that another administrator gives: ${roles}. Ask that administrator to take them first`,
    lastAdministrator:
      'Nobody else could look after the people of this organisation. Name a deputy first, or hand over',
    lastInRole: (role: string) =>
      `You are the only one with this role: ${role}. Somebody else must have it before you can give it up`,
    noneLeft: 'Choose at least one role. To end their access, remove them instead',
    detailsMeanwhile: (now: string) =>
      `Somebody else changed these details while you had this page open, so nothing was saved. Now: ${now}. Check the page and save again`,
    rolesMeanwhile: (now: string) =>
      `Somebody else changed these roles while you had this page open, so nothing was saved. Now: ${now}. Check the choices and save again`,
    given: (roles: string) => `given: ${roles}`,
    taken: (roles: string) => `taken: ${roles}`,
    is: (name: string, value: string) => `${name} is ${value}`,
    empty: 'empty',
    list: (items: readonly string[]) => items.join(', '),
    also: (items: readonly string[]) => items.join('; '),
  },
};

export const changePersonWords = catalogue({ en: english });
export type ChangePersonWords = typeof english;
