import { catalogue } from '../../kernel/words.ts';

const english = {
  title: (name: string) => `Activate the account of ${name} again`,
  what: [
    'Their account was deactivated because it was not used for a long time. Nothing else is wrong with it.',
    'They can log in again, with the password they had and the organisations they belong to. We tell them by email.',
    'Make sure that they still work here. If they do not, remove them instead.',
  ],
  button: 'Activate the account',
  notUnused: 'Only support can activate this account again',
  support: 'Contact support',
  cancel: 'Cancel',
};

export const reactivatePersonWords = catalogue({ en: english });
export type ReactivatePersonWords = typeof english;
