import { sayDay, sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';
import { accountValuesWords } from '../account-values.words.ts';

export const accountHomeWords = catalogue({
  en: {
    title: 'Your account',
    loggedInAs: (name: string, email: string) => `You are logged in as ${name}, ${email}.`,
    invitations: {
      heading: (count: number) =>
        count === 1 ? 'You are invited to an organisation' : `You are invited to ${count} organisations`,
      link: 'Look at your invitations',
    },
    confirmEmail: {
      heading: 'Confirm your new email address',
      what: (email: string) => `We have sent an email to ${email}. Your address changes once you confirm it.`,
      link: 'Enter the code from the email',
    },
    stoppable: {
      heading: 'Your email address was changed',
      what: (moment: string) =>
        `Your old address can stop the change until ${moment}. If the change was not yours, use the link we sent there.`,
    },
    cards: {
      people: { heading: 'My people', what: 'Add, change or remove the people you look after' },
      profile: { heading: 'My profile', what: 'Your name, phone number, and how to contact you' },
      details: { heading: 'Account details', what: 'The email address and password you log in with' },
      security: { heading: 'Security', what: 'Your security codes and passkeys' },
      access: { heading: 'Organisations', what: 'Where you have access, and to what' },
      devices: { heading: 'Devices', what: 'Where you are logged in, and how to log out there' },
      activity: { heading: 'Activity', what: 'What happened in your account' },
      data: { heading: 'Your data', what: 'Get a copy, have it corrected, or close your account' },
      tickets: { heading: 'Your tickets', what: 'What you asked support, and our answers' },
    },
    protectedBy: (factors: number) =>
      factors > 0
        ? 'Your account is protected by a password and a security code or passkey.'
        : 'Your account is protected by a password only.',
    access: 'Your organisations',
    allAccess: (count: number) => `All ${count} organisations`,
    noAccess: {
      heading: 'You belong to no organisation',
      about: 'Find your organisation to ask for access, or to register it if it is not here yet.',
      register: 'Find your organisation',
    },
    organisation: 'Organisation',
    code: 'Unique ID',
    role: 'Role',
    since: 'Since',
    day: (at: Date, timeZone: string) => sayDay(at, timeZone),
    moment: (at: Date, timeZone: string) => sayMoment(at, timeZone),
    staffRoles: accountValuesWords.en.staffRoles,
  },
});

export type AccountHomeWords = (typeof accountHomeWords)['en'];
