import { catalogue } from '../kernel/words.ts';

export const sandboxWords = catalogue({
  en: {
    filling: 'Filling the sandbox with an invented register and demo people',
    title: 'Sandbox',
    lead: 'Everything here is invented. Nothing is sent anywhere, and nobody outside this computer can see it.',
    inbox: 'Read the emails',
    home: 'Go to the home page',
    people: 'Demo people',
    columns: {
      name: 'Name',
      what: 'Who they are',
      email: 'Email address',
      password: 'Password',
      logIn: 'Log\u00a0in',
    },
    logInHere: 'Log\u00a0in',
    who: {
      'main-contact': 'Main contact of Fernhollow Medical Centre',
      agent: 'Support agent',
      administrator: 'Support administrator',
    },
    both: 'Portal people and support staff log in at different addresses, so you can be logged in as one of each at once.',
    tryTitle: 'The main job in five minutes',
    steps: {
      register: (name: string, code: string) => `Register ${name}: use the unique ID ${code}.`,
      registerWith:
        'Use any name, a work address like you@alderbrook.example and the practice mailbox reception@alderbrook.example.',
      approve: 'As support staff, open the registration, record how you checked it, and approve it.',
      activate: 'Read the email that invites you, and set up your account.',
      logIn: 'Log in.',
      forget: 'Log out, and get back in through “Forgotten my details”.',
      lock: 'Enter a wrong password 5 times, and see what the page and the email say.',
      unlock: 'As support staff, find yourself under People and open password entry, or reset your password.',
    },
    stepsCaption: 'The main job, step by step',
    stepColumns: { step: 'Step', who: 'Who does it', where: 'Where' },
    numbered: (number: number, step: string) => `${number}. ${step}`,
    registerLink: 'Register an organisation',
    tasksLink: 'Open the desk',
    peopleLink: 'Find people',
    inboxLink: 'Open the inbox',
    logInLink: 'Log in',
    forgottenLink: 'Forgotten my details',
    you: 'You',
    staff: (name: string, email: string) => `${name}, ${email}`,
  },
});

export type SandboxWords = (typeof sandboxWords)['en'];
