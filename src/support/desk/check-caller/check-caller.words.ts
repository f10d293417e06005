import { catalogue } from '../../../kernel/words.ts';

export const checkCallerWords = catalogue({
  en: {
    title: 'Check who is calling',
    lead: 'We send a code to a contact that was on record before this call. The caller reads it to you.',
    about: (reference: string) => `Ticket ${reference}`,
    find: 'Who do they say they are?',
    findHint: 'Name, email address, username or organisation. Then choose who it is.',
    findButton: 'Find',
    findEmpty: 'Enter at least 2 characters',
    nobody: 'Nobody was found. Do not tell the caller so: say that we will answer by email.',
    contactOf: (name: string) => `Where to send the code for ${name}`,
    contactHint: 'Never to a contact that the caller gave you now.',
    contactEmpty: 'Choose where to send the code',
    byEmail: (shown: string) => `By email to ${shown}`,
    byText: (shown: string) => `By text to ${shown}`,
    send: 'Send the code',
    sent: (name: string, moment: string) => `A code was sent for ${name}. It works until ${moment}.`,
    say: 'Say: “We have sent a code to a contact you gave us before. Please read it to me.” Do not say where it was sent.',
    code: 'Code that the caller reads out',
    codeHint: 'Like K7QM-4XDW',
    codeEmpty: 'Enter the code that the caller reads out',
    prove: 'Check the code',
    wrong:
      'That is not the code, or it has run out or was tried too often. Give general advice only, or send a new code',
    noContact: 'That contact is not on record any more. Choose again',
    tooMany: 'Five codes were sent to this person in an hour. Give general advice only, and answer by email',
    proven: 'It is proven who is calling.',
    provenText: 'The account now stands beside the ticket.',
    without: 'Go on without a check, with general advice only',
    done: { opened: 'The ticket is open. Say its reference to the caller.' },
    unchanged: {},
  },
});

export type CheckCallerWords = (typeof checkCallerWords)['en'];
