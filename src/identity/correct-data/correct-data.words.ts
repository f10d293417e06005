import { catalogue } from '../../kernel/words.ts';

export const correctDataWords = catalogue({
  en: {
    title: 'Have something corrected',
    back: 'Your data',
    yourself: 'Most of it you can change yourself, at once:',
    profile: 'Your name, address, phone number and how to contact you: My profile',
    details: 'Your email address and password: Account details',
    access: 'Your organisations and roles: ask the main contact of the organisation',
    rest: 'Anything else that we hold about you, we correct for you. We answer within 1 month.',
    text: 'What is wrong, and what should it say?',
    hint: 'Do not include passwords, or anything about patients.',
    hintForPatients: 'Do not include passwords, or anything about other people.',
    send: 'Ask for the correction',
    empty: 'Say what is wrong, and what it should say',
    short: 'Say a little more, in 10 characters or more',
    long: 'What you write must be 2,000 characters or fewer',
    enough: 'We are still dealing with earlier requests of yours. Wait for our answer, or contact support.',
    sent: {
      title: 'We have your request',
      reference: (reference: string) => `Your reference is ${reference}.`,
      next: 'We look at it and email you what was done, within 1 month.',
    },
    answered: {
      subject: 'What was done about your request for a correction',
      dear: (name: string) => `Dear ${name},`,
      what: (service: string) => `You asked ${service} to correct what we hold about you. Our answer:`,
      more: (phone: string, email: string) =>
        `If you do not agree, call ${phone} or write to ${email}. You can also complain to the Information Commission at ico.org.uk.`,
    },
  },
});

export type CorrectDataWords = (typeof correctDataWords)['en'];
