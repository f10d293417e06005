import { catalogue } from '../../kernel/words.ts';

export const layoutWords = catalogue({
  en: {
    errorTitle: (title: string) => `Error: ${title}`,
    fullTitle: (title: string, service: string) => `${title} – ${service}`,
    skip: 'Skip to main content',
    back: 'Back',
    account: 'Account',
    logIn: 'Log in',
    close: 'Close',
    logOut: 'Log out',
    yourAccount: 'Your account:',
    actingFor: 'You act for',
    switchOrganisation: 'Change',
    whatIsSwitched: 'organisation',
    switching: {
      find: 'Find by name or unique ID',
      nothing: 'None of your organisations fits',
    },
    navigation: 'Sections',
    sandbox: {
      label: 'Sandbox',
      warning: 'The people are invented, and no real emails or texts are sent.',
      link: 'Demo people and what to try',
      inbox: 'Emails and texts sent',
    },
    footer: {
      heading: 'Support links',
      accessibility: 'Accessibility statement',
      contact: 'Contact us',
      help: 'Help',
      cookies: 'Cookies',
      privacy: 'Privacy',
      terms: 'Terms of use',
    },
  },
});

export type LayoutWords = typeof layoutWords.en;
