import { sayDate, sayDay } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';
import { accountValuesWords } from '../account-values.words.ts';

export const accessWords = catalogue({
  en: {
    title: 'Your organisations',
    lead: 'Where you may act, and who gave you access.',
    present: 'Your access now',
    past: 'Access that has ended',
    organisation: 'Organisation',
    role: 'Role',
    since: 'Since',
    givenBy: 'Given by',
    from: 'From',
    until: 'Until',
    named: (name: string, code: string) => `${name} (${code})`,
    branchOf: (parent: string) => `Branch of ${parent}`,
    support: 'Support',
    notRecorded: 'Not recorded',
    day: (at: Date, timeZone: string) => sayDay(at, timeZone),
    staffRoles: accountValuesWords.en.staffRoles,
    endsOn: (day: string) => `Until ${sayDate(day)}`,
    otherRole: (role: string) => `${role.charAt(0).toUpperCase()}${role.slice(1).replaceAll('-', ' ')}`,
    switch: 'Change the organisation you act for',
    another: 'Ask for access to another practice',
    wrong: 'If something here is wrong, the main contact of that organisation can help, and so can we.',
    contact: 'Contact support',
    none: {
      heading: 'You belong to no organisation',
      add: 'Somebody who works for an organisation is added by its main contact. Find the organisation to ask for access.',
      notNeeded:
        'You can use your account without one. If you should have access to an organisation, contact support.',
      find: 'Find your organisation, or register it',
      contact: 'Contact support',
    },
    choose: {
      title: 'Which organisation do you act for?',
      hint: 'It stays until you change it, and you begin with it the next time you log in.',
      find: 'Find an organisation',
      findHint: 'Part of its name, or its unique ID.',
      findButton: 'Find',
      button: 'Change',
      cancel: 'Cancel',
      nothing: (text: string) => `None of your organisations fits “${text}”.`,
      all: 'Show all of your organisations',
      onlyOne: 'You belong to one organisation, so there is nothing to choose.',
      notYours: 'Choose one of your organisations',
    },
  },
});

export type AccessWords = (typeof accessWords)['en'];
