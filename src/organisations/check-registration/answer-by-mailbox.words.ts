import { catalogue } from '../../kernel/words.ts';

const english = {
  title: 'Confirm a registration',
  text: (practice: string, person: string) =>
    `${person} asked to register ${practice}, and to be its main contact. The main contact gives people at the practice access and takes it away.`,
  email: (email: string) => `Their work email address is ${email}.`,
  only: 'Confirm only if you know that this is right.',
  confirm: 'Confirm the registration',
  notLive: 'The registration was decided already, or the link is too old.',
  done: {
    title: 'Registration confirmed',
    approved: (practice: string) => `${practice} is registered. We have told its main contact.`,
    left: (practice: string) => `Thank you. Support will look at the registration of ${practice} and decide.`,
  },
};

export const answerByMailboxWords = catalogue({ en: english });
export type AnswerByMailboxWords = typeof english;
