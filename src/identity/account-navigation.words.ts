import { catalogue } from '../kernel/words.ts';

export const accountNavigationWords = catalogue({
  en: {
    overview: 'Your account',
    profile: 'My profile',
    details: 'Account details',
    security: 'Security',
    access: 'Organisations',
    people: 'My people',
    devices: 'Devices',
    activity: 'Activity',
    data: 'Your data',
    tickets: 'Your tickets',
  },
});
