import { sayDuration, sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const dataRightsWords = catalogue({
  en: {
    title: 'Your data',
    lead: 'You can see what we hold about you, have it corrected, and close your account.',
    privacy: 'Why we hold it, and for how long',
    copy: {
      title: 'A copy of your data',
      about:
        'Everything we hold about you: your details, where you logged in, what we sent you and what happened to your account.',
      ask: 'Ask for a copy',
      askAgain: 'Ask for a new copy',
      preparing: 'We are preparing your copy.',
      preparingSince: (at: Date, timeZone: string) =>
        `You asked for it on ${sayMoment(at, timeZone)}. We email you when it is ready; it rarely takes longer than a few minutes.`,
      lookAgain: 'See whether it is ready',
      ready: 'Your copy is ready.',
      readyUntil: (made: Date, until: Date, timeZone: string) =>
        `It shows how things were on ${sayMoment(made, timeZone)}. You can fetch it until ${sayMoment(until, timeZone)}; then we erase it.`,
      read: 'Read it here',
      download: 'Download it as a file (JSON), for another service to read',
    },
    correct: {
      title: 'Something is wrong',
      about: 'You can change most of it yourself. Ask us to correct the rest.',
      link: 'Have something corrected',
    },
    close: {
      title: 'Close your account',
      about: (keptFor: number) =>
        `Nobody can log in to a closed account. After ${sayDuration(keptFor)} we erase it.`,
      link: 'Close my account',
    },
    ready: {
      subject: 'The copy of your data is ready',
      dear: (name: string) => `Dear ${name},`,
      what: (service: string) =>
        `You asked ${service} for a copy of the data we hold about you. It is ready.`,
      until: (until: Date, timeZone: string) =>
        `Log in to read or download it until ${sayMoment(until, timeZone)}. Then we erase it.`,
      button: 'Log in and fetch it',
      notYou: (phone: string, email: string) =>
        `If you did not ask for it, somebody may be using your account: call ${phone} or write to ${email}.`,
    },
  },
});

export type DataRightsWords = (typeof dataRightsWords)['en'];
