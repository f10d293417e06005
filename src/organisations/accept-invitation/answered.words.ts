import { catalogue } from '../../kernel/words.ts';

const english = {
  dear: (name: string) => `Dear ${name},`,
  declined: {
    subject: (person: string, organisation: string) => `${person} does not want access to ${organisation}`,
    title: 'An invitation was declined',
    what: (person: string, email: string, organisation: string) =>
      `${person} (${email}) was invited to ${organisation} and does not want access. The invitation is over.`,
    next: 'If they should have access, talk to them and invite them again.',
  },
  'not-me': {
    subject: (_person: string, organisation: string) =>
      `An invitation to ${organisation} reached somebody who does not know it`,
    title: 'An invitation was not known',
    what: (person: string, email: string, organisation: string) =>
      `${person} was invited to ${organisation} at ${email}. Whoever reads that address says “This is not me”. The invitation is over.`,
    next: 'Check the address with the person before you invite them again. Support has been told too.',
  },
  users: 'See the users',
  askedAgain: {
    subject: (person: string, organisation: string) =>
      `${person} asks for a new invitation to ${organisation}`,
    title: 'Somebody asks for a new invitation',
    what: (person: string, email: string, organisation: string) =>
      `The invitation of ${person} (${email}) to ${organisation} expired before it was accepted. Whoever reads that address asks for a new one.`,
    next: 'If they should have access, send the invitation again.',
    button: 'Look at the invitation',
    ignore: 'If not, you need do nothing.',
  },
  support: (phone: string, email: string) => `Support: call ${phone} or write to ${email}.`,
};

export const answeredWords = catalogue({ en: english });
export type AnsweredWords = typeof english;
