import { catalogue } from '../../../kernel/words.ts';

export const openForCallerWords = catalogue({
  en: {
    back: 'Tickets',
    title: 'A ticket for a caller',
    script: {
      heading: 'What to say',
      steps: [
        'Say who you are, and ask who is calling and what has happened.',
        'Ask for the email address to answer to.',
        'Until it is proven who calls, give general advice only. Do not say whether somebody has an account here, or what state it is in.',
        'Never ask for a password or a security code, and stop whoever begins to say one.',
        'Say the reference of the ticket, slowly, before you hang up.',
      ],
    },
    name: 'Full name of the caller',
    nameEmpty: 'Enter the full name of the caller',
    nameLong: 'Full name must be 200 characters or fewer',
    email: 'Email address to answer to',
    emailHint: 'Spell it back to them.',
    emailWrong: 'Enter an email address in the correct format, like name@example.com',
    phone: 'Phone number, if they want to be called',
    phoneLong: 'Phone number must be 40 characters or fewer',
    subject: 'What it is about',
    subjectEmpty: 'Choose what it is about',
    titleOf: 'In a few words',
    titleEmpty: 'Enter what it is about, in a few words',
    titleLong: 'This must be 200 characters or fewer',
    body: 'What happened',
    bodyHint: 'In your words. No passwords and no codes.',
    bodyEmpty: 'Enter what happened',
    bodyLong: 'What happened must be 10,000 characters or fewer',
    button: 'Open the ticket',
  },
});

export type OpenForCallerWords = (typeof openForCallerWords)['en'];
