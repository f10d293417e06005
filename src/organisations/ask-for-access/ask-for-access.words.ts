import { catalogue } from '../../kernel/words.ts';

const english = {
  title: 'Ask for access',
  caption: (practice: string) => practice,
  lead: 'We email your name and address to the practice’s main contact, who decides.',
  fullName: 'Full name',
  email: 'Your work email address',
  emailHint: 'Your own address, that nobody else reads.',
  send: 'Send the request',
  sent: {
    title: 'Request sent',
    text: (practice: string) => `We have passed your request on for ${practice}.`,
    next: 'What happens next',
    steps: [
      'The main contact decides, and has you added if you work there.',
      'You then get an email with a link to set up your account.',
      'If you work or worked there with this address, we also email you who its main contact is.',
    ],
    slow: 'If nothing happens in 2 working days, ask the practice directly, or contact support.',
    contact: 'Contact support',
  },
  errors: {
    noName: 'Enter your full name',
    longName: (most: number) => `Full name must be ${most} characters or fewer`,
    notName: 'Full name must not include an email or web address',
    noEmail: 'Enter your work email address',
    notEmail: 'Enter an email address in the correct format, like name@example.com',
  },
  asked: {
    subject: (practice: string) => `Somebody asks for access for ${practice}`,
    title: 'Somebody asks for access',
    who: (practice: string) => `This person asks for access for ${practice}:`,
    name: (name: string) => `Name: ${name}`,
    email: (email: string) => `Email address: ${email}`,
    unproven:
      'We have not checked who they are. Only people you know work at the practice should have access.',
    add: (phone: string, email: string) =>
      `If they do, ask support to add them: call ${phone} or write to ${email}.`,
    ignore: 'If you do not know them, you need do nothing. Only people of the practice are told who you are.',
  },
  whoCanHelp: {
    subject: (practice: string) => `Who gives access for ${practice}`,
    title: 'Who can give you access',
    dear: (name: string) => `Dear ${name},`,
    what: (practice: string) =>
      `Somebody asked for access for ${practice} with this email address. Its main contact can give you access:`,
    passedOn: 'We have passed the request on. You may also ask them yourself.',
    slow: (phone: string, email: string) =>
      `If nothing happens in 2 working days, contact support: call ${phone} or write to ${email}.`,
    notYou: 'If it was not you, you need do nothing.',
  },
};

export const askForAccessWords = catalogue({ en: english });
export type AskForAccessWords = typeof english;
