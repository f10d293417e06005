import { catalogue } from '../../kernel/words.ts';

const english = {
  dear: (name: string) => `Dear ${name},`,
  wrong: (phone: string, email: string) =>
    `If this is wrong, contact support at once: call ${phone} or write to ${email}.`,
  now: {
    subject: (practice: string) => `You are now main contact of ${practice}`,
    what: 'You look after everybody who has access there: you add people, change what they may do, and remove whoever leaves.',
    button: 'Manage users',
    deputies: 'Make a colleague your deputy, so that nobody waits when you are away.',
  },
  before: {
    subject: (practice: string) => `You are no longer main contact of ${practice}`,
    what: (name: string) => `${name} is main contact now.`,
    roles: 'You keep:',
    none: 'You have no other role there. Ask the new main contact if you need one.',
  },
  changed: {
    subject: (practice: string) => `${practice} has a new main contact`,
    what: (practice: string, name: string) => `${name} is now main contact of ${practice}.`,
  },
};

export const mainContactWords = catalogue({ en: english });
export type MainContactWords = typeof english;
