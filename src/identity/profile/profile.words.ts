import { sayDay } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const profileWords = catalogue({
  en: {
    title: 'Your account',
    details: 'Your details',
    name: 'Name',
    email: 'Email address',
    logInWith: 'You log in with this address',
    access: 'Your organisations',
    noAccess: {
      heading: 'You belong to no organisation yet',
      about: 'Ask the main contact of your organisation to add you, or register the organisation.',
      register: 'Register an organisation',
    },
    organisation: 'Organisation',
    code: 'Unique ID',
    role: 'Role',
    since: 'Since',
    day: (at: Date, timeZone: string) => sayDay(at, timeZone),
    roleName: (role: string) =>
      ({ 'main-contact': 'Main contact', agent: 'Support agent', administrator: 'Administrator' })[role] ??
      role,
    password: 'Password',
    changePassword: 'Choose a new password',
    activity: 'Recent activity',
  },
});

export type ProfileWords = (typeof profileWords)['en'];
