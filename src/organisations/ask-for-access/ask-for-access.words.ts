import type { Duration } from '../../kernel/duration.ts';
import { sayDuration } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const english = {
  title: 'Ask for access',
  caption: (organisation: string) => organisation,
  lead: 'We pass your name and address on to the people who look after access there. They decide.',
  fullName: 'Full name',
  email: 'Your work email address',
  emailHint: 'Your own address, that nobody else reads.',
  own: { name: 'Name', email: 'Email address', wrong: 'Change your details', where: 'in your account' },
  note: 'Anything they should know (optional)',
  noteHint: 'For example your job, and when you start. Nothing about patients.',
  send: 'Send the request',
  sent: {
    title: 'Request sent',
    text: (organisation: string) => `We have passed your request on for ${organisation}.`,
    next: 'What happens next',
    steps: (life: Duration) => [
      'The main contact or a deputy decides, and gives you access if you work there.',
      'You get an email that says what they decided, and what to do next.',
      'If you work or worked there with this address, we also email you who can give access.',
      `If nobody decides in ${sayDuration(life)}, the request is over. You can then ask again.`,
    ],
    slow: 'If nothing happens in 2 working days, ask the practice directly, or contact support.',
    contact: 'Contact support',
  },
  member: {
    title: 'You already have access',
    text: (organisation: string) => `You are one of the people of ${organisation}.`,
    more: 'For other roles, ask its main contact.',
    access: 'See your organisations',
  },
  errors: {
    noName: 'Enter your full name',
    longName: (most: number) => `Full name must be ${most} characters or fewer`,
    notName: 'Full name must not include an email or web address',
    noEmail: 'Enter your work email address',
    notEmail: 'Enter an email address in the correct format, like name@example.com',
    longNote: (most: number) => `What they should know must be ${most} characters or fewer`,
    noteAddress: 'What they should know must not include an email or web address',
  },
  asked: {
    subject: (organisation: string) => `Somebody asks for access to ${organisation}`,
    title: 'Somebody asks for access',
    who: (organisation: string) => `This person asks for access to ${organisation}:`,
    name: (name: string) => `Name: ${name}`,
    email: (email: string) => `Email address: ${email}`,
    note: (note: string) => `What they wrote: ${note}`,
    proven: 'They were logged in with this address. Whether they work with you is yours to know.',
    unproven:
      'We have not checked who they are. Only people you know work at the practice should have access.',
    decide: 'Approve or refuse',
    ignore: 'If you do not know them, refuse, or do nothing. Only people of the practice learn who you are.',
  },
  nobody: {
    subject: (organisation: string) => `Nobody can decide about access for ${organisation}`,
    title: 'Nobody can decide',
    why: 'The practice has no main contact or deputy who can log in.',
    what: 'There is a task at the desk. The practice needs a main contact before anybody can be given access.',
  },
  whoCanHelp: {
    subject: (organisation: string) => `Who gives access for ${organisation}`,
    title: 'Who can give you access',
    dear: (name: string) => `Dear ${name},`,
    what: (organisation: string) =>
      `Somebody asked for access for ${organisation} with this email address. These people can give you access:`,
    passedOn: 'We have passed the request on. You may also ask them yourself.',
    slow: (phone: string, email: string) =>
      `If nothing happens in 2 working days, contact support: call ${phone} or write to ${email}.`,
    notYou: 'If it was not you, you need do nothing.',
  },
};

export const askForAccessWords = catalogue({ en: english });
export type AskForAccessWords = typeof english;
