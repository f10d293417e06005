import { catalogue } from '../../kernel/words.ts';

const english = {
  subject: (practice: string) => `${practice} has no main contact`,
  title: 'Your practice has no main contact',
  dear: (name: string) => `Dear ${name},`,
  what: (practice: string) =>
    `Nobody is main contact of ${practice} any more. You are a deputy, so you can go on looking after its people.`,
  ask: 'A practice needs a main contact. You or a colleague can ask to become it:',
  button: 'Ask to become main contact',
  support: (phone: string, email: string) => `Support can help: call ${phone} or write to ${email}.`,
};

export const watchAdministratorsWords = catalogue({ en: english });
export type WatchAdministratorsWords = typeof english;
