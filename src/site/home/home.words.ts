import { catalogue } from '../../kernel/words.ts';

export const homeWords = catalogue({
  en: {
    lead: 'Log in, set up your account, or get back in when something has gone wrong.',
    leadFor: (name: string) => `You are logged in as ${name}.`,
    logIn: { button: 'Log in' },
    account: { button: 'Go to your account' },
    forgotten: 'I have forgotten my details',
    cards: {
      activate: {
        heading: 'Set up your account',
        about: 'Use the link or the code in the email we sent you.',
      },
      createAccount: {
        heading: 'Create an account',
        about: 'For people who do not have one yet. It takes about 5 minutes.',
      },
      registerOrganisation: {
        heading: 'Register your practice',
        about: 'For a practice that is not here yet. You need its unique ID, such as A12345.',
      },
      askForAccess: {
        heading: 'Ask for access',
        about:
          'For a practice that is here already, if you work there. Find it, then ask the people who decide.',
      },
      cannotLogIn: {
        heading: 'I cannot log in',
        about: 'Choose a new password at any time of day, or find out how else to get back in.',
      },
      contact: {
        heading: 'Help and contact',
        about: 'Ask a person, by form, phone or email, and find answers.',
      },
    },
    whatYouCanDo: 'What you can do here',
  },
});

export type HomeWords = typeof homeWords.en;
