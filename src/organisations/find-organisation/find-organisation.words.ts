import { catalogue } from '../../kernel/words.ts';
import type { RegisterStatus } from '../places/organisation.ts';

const statuses: Record<RegisterStatus, string> = {
  active: 'Open',
  closed: 'Closed',
  dormant: 'Dormant',
  proposed: 'Not open yet',
};

const english = {
  title: 'Register your practice',
  lead: 'Register a practice to use this service. Whoever registers becomes its main contact, who answers for the practice’s access.',
  hereAlready: 'If your practice is here already, find it below to ask for access.',
  toAsk: {
    title: 'Ask for access to a practice',
    lead: 'Find the practice you work for. If it is here already, you can ask the people who decide about access.',
    notHere: 'If it is not here yet, we say so, and you can register it.',
  },
  youNeed: 'To register you need',
  needs: [
    'the practice’s unique ID (also called its ODS code), its name or its postcode',
    'your work email address and phone number',
    'an email address of the practice itself, which its staff share',
  ],
  howLong: 'It takes about 5 minutes. Support then checks with the practice before anybody gets access.',
  findLabel: 'Find your practice',
  findHint: 'Unique ID, such as A12345, or the practice’s name, or its postcode.',
  findButton: 'Find',
  findEmpty: 'Enter a unique ID, name or postcode',
  notOpen: {
    title: 'Practices do not register here',
    text: 'Access to this service is arranged by support.',
  },
  results: {
    title: (typed: string) => `Practices found for “${typed}”`,
    count: (count: number) => (count === 1 ? '1 found' : `${count} found`),
    tooMany: (shown: number) =>
      `There are more than ${shown}. Add a word of the name, the town or the postcode to see fewer.`,
    columns: { name: 'Name', address: 'Address', code: 'Unique ID', status: 'In the register' },
    statuses,
    branch: 'Branch',
    again: 'Search again',
  },
  none: {
    title: 'No practice found',
    text: (typed: string) => `Nothing in the register matches “${typed}”.`,
    advice: [
      'Check the spelling, or try fewer words',
      'Try the postcode',
      'Try the unique ID, such as A12345',
    ],
  },
  unknown: {
    title: 'That unique ID is not in our register',
    text: (typed: string) =>
      `“${typed}” looks like a unique ID, and no practice in our copy of the register has it.`,
    advice: [
      'Check it against a letter or prescription from the practice',
      'Search by name or postcode instead',
      'If the practice is new, the register may not show it yet; support can tell you',
    ],
  },
  malformed: {
    title: 'That is not a whole unique ID',
    text: (typed: string) =>
      `“${typed}” cannot be a unique ID. They have 3 to 9 letters and numbers, and a practice’s is usually a letter and 5 numbers, such as A12345.`,
    advice: ['Check it for missing or extra characters', 'Search by name or postcode instead'],
  },
  person: {
    title: 'That is a person’s own code',
    text: 'A G or C with 7 numbers, or 7 numbers alone, belongs to a doctor and not to a practice. Registering needs the practice’s code.',
    advice: [
      'The practice’s unique ID is usually a letter and 5 numbers, such as A12345',
      'Search by name or postcode',
    ],
  },
  closed: {
    title: 'This practice has closed',
    text: (name: string) => `The register says that ${name} has closed, so it cannot be registered.`,
    advice: [
      'If it merged with another practice, find that one: you can ask for access to it, or register it',
      'If the register is wrong, contact support',
    ],
  },
  dormant: {
    title: 'This practice is dormant',
    text: (name: string) =>
      `The register says that ${name} is dormant: it keeps its unique ID and sees nobody. It cannot be registered as it stands.`,
    advice: [
      'If it works again, ask for the register to be put right, then come back',
      'Contact support if that does not help',
    ],
  },
  'not-registrable': {
    title: 'This organisation cannot register here',
    text: (name: string) =>
      `This service is for GP practices that are open. The register lists ${name} as something else, or as not open yet.`,
    advice: [
      'If you work for a practice, search for the practice',
      'If the register is wrong, contact support',
    ],
  },
  registrable: {
    title: 'Is this your practice?',
    yes: 'Yes, continue',
    no: 'No, search again',
  },
  registered: {
    title: 'This practice is already registered',
    text: (name: string) => `${name} already uses this service. If you work there, ask for access.`,
    something: 'Something else?',
    left: 'Somebody has left this practice',
    ask: 'Ask for access',
    gone: 'Our main contact has gone, or nobody can give access',
    how: 'We pass your request on to the main contact and the deputies of the practice. They decide.',
  },
  branch: {
    title: 'This is a branch',
    text: (branch: string, practice: string) =>
      `${branch} is a branch of ${practice}. Branches are registered through their practice, and its main contact can add people for the branch.`,
    go: (practice: string) => `Continue with ${practice}`,
    ask: 'Ask for access to this branch',
  },
  uniqueId: (code: string) => `Unique ID: ${code}`,
  whatToTry: 'What you can do',
  searchAgain: 'Search again',
  contact: 'Contact support',
};

export const findOrganisationWords = catalogue({ en: english });
export type FindOrganisationWords = typeof english;
