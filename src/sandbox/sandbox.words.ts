import { catalogue } from '../kernel/words.ts';

export const sandboxWords = catalogue({
  en: {
    filling: 'Filling the sandbox with demo people',
    title: 'Sandbox',
    lead: 'Everything here is invented. Nothing is sent anywhere, and nobody outside this computer can see it.',
    inbox: 'Read the emails',
    home: 'Go to the home page',
    people: 'Demo people',
    columns: {
      name: 'Name',
      what: 'Who they are',
      username: 'Username',
      email: 'Email address',
      password: 'Password',
      code: 'Security code now',
      logIn: 'Log\u00a0in',
    },
    noUsername: '–',
    logInHere: 'Log\u00a0in',
    who: {
      'main-contact': 'Main contact of Fernhollow Medical Centre',
      deputy: 'Deputy main contact there',
      member: 'Works there',
      'first-newcomer': 'Has created an account',
      'second-newcomer': 'Has created an account',
      patient: 'Patient',
      agent: 'Support agent',
      senior: 'Senior support agent, who also acts on many tickets at once',
      accounts: 'Support for payments, who reads tickets about them alone',
      editor: 'Support editor, who writes help articles',
      administrator: 'Support administrator',
    },
    both: 'Portal people and support staff log in at different addresses, so you can be logged in as one of each at once.',
    code: { none: 'Not asked', 'sets-up': 'Sets one up when logging in' },
    codes:
      'The security code is what the person’s authenticator app shows. It changes every 30 seconds and works once: load this page again for the next one. A text message shows in the emails and texts sent.',
    tryTitle: 'The main job in five minutes',
    steps: {
      register: (name: string, code: string) => `Register ${name}: use the unique ID ${code}.`,
      registerWith:
        'Use any name, a work address like you@alderbrook.example and the practice mailbox reception@alderbrook.example.',
      approve: 'As support staff, open the registration, record how you checked it, and approve it.',
      create: 'Create an account, with any name and an address like you@home.example.',
      activate: 'Read the email that asks you to, and set up your account.',
      logIn: 'Log in.',
      logInWithCode: 'Log in, and set up a way to get security codes.',
      forget: {
        link: 'Log out, forget your password, and get back in with a link.',
        'temporary-password':
          'Log out, forget your password, and get back in with the temporary one that is sent to you.',
      },
      lock: (tries: number) =>
        `Enter a wrong password ${tries} times, and see what the page and the email say.`,
      unlock:
        'As support staff, find yourself under People and open password entry, or send yourself a way in.',
    },
    peopleTitle: 'Looking after people',
    helpTitle: 'Ask for help, and give it',
    helpStepsCaption: 'Asking for help, step by step',
    helpSteps: {
      search: 'Look for an answer, with a slip in a word, and say whether it helped.',
      ask: 'Ask a question, with any name and an address like you@post.example. You need no account.',
      confirm: 'Confirm the address by the link or the code in the email.',
      answer: 'Find the new ticket at the desk, and answer it.',
      oversee: 'See how support is doing: what is asked, what is in time, what people think.',
      read: 'Read the answer by its email, or log in to your tickets with the address alone.',
    },
    helpLink: 'Open the help centre',
    askLink: 'Ask a question',
    dashboardLink: 'Open the dashboard',
    ticketsLink: 'Open the tickets',
    ownTicketsLink: 'Log in to your tickets',
    peopleSteps: {
      create:
        'As main contact of Fernhollow Medical Centre, create a user, with any name and an address like colleague@fernhollow.example.',
      accept: 'Read the invitation as that colleague, set up the account and log in.',
      remove: 'As main contact, open that user and remove their access. You can undo it.',
      told: 'Read what the colleague is told about it.',
    },
    peopleStepsCaption: 'Looking after people, step by step',
    usersLink: 'Open User management',
    stepsCaption: 'The main job, step by step',
    stepColumns: { step: 'Step', who: 'Who does it', where: 'Where' },
    numbered: (number: number, step: string) => `${number}. ${step}`,
    registerLink: 'Register an organisation',
    createLink: 'Create an account',
    tasksLink: 'Open the desk',
    peopleLink: 'Find people',
    inboxLink: 'Open the inbox',
    logInLink: 'Log in',
    forgottenLink: 'Forgotten details',
    you: 'You',
    named: (name: string, email: string) => `${name}, ${email}`,
  },
});

export type SandboxWords = (typeof sandboxWords)['en'];
