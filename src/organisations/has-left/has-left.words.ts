import { sayDay } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const english = {
  leavers: {
    title: 'People who have left',
    say: 'Tell us who has left',
    sayText: 'Access of people who have left has to end. You need not wait until somebody asks.',
    me: 'I have left',
    someone: 'Somebody else has left',
    list: 'What was said',
    listText: 'Remove people who have left. Nothing changes before you do.',
    none: 'Nobody was said to have left',
    noneText: 'When somebody is, you get an email, and it stands here.',
    columns: { who: 'Who has left', said: 'Who said so', when: 'When', look: 'What to do' },
    look: 'Look at it',
    lookAt: (name: string) => `for ${name}`,
    themselves: 'They themselves',
    outside: (name: string) => `${name}, who was not logged in`,
    unknown: 'Somebody who was not logged in',
    nobodyAnyMore: 'Somebody whose account is gone',
    day: (at: Date, timeZone: string) => sayDay(at, timeZone),
    done: 'Your answer is saved',
  },
  report: {
    title: (name: string) => `Has ${name} left?`,
    said: 'Who said so',
    when: 'When',
    note: 'Note',
    noNote: 'None',
    remove: 'Look at their access, and remove it',
    find: 'Look for them among the users',
    unproven: 'We have not checked who said so.',
    question: 'If you do not remove them now, what is true?',
    answers: {
      removed: 'Their access has ended already',
      'still-here': 'They are still here',
      'not-known': 'We do not know anybody of this name',
    },
    save: 'Save the answer',
  },
  me: {
    title: 'I have left',
    what: (practice: string) =>
      `We tell the people who look after the users of ${practice} that you have left. Your account stays yours.`,
    when: 'When should your access end?',
    now: 'Now',
    nowHint: 'You cannot undo this yourself.',
    later: 'When the main contact removes me',
    send: 'I have left',
    said: 'Thank you for telling us',
    saidText: (practice: string) =>
      `The people who look after the users of ${practice} know that you have left. Your access ends when they remove you.`,
    ended: 'Your access has ended',
    endedText: (practice: string) =>
      `You have no access to ${practice} any more. Your account stays yours, with any access you have to other organisations.`,
    only: 'Your access has not ended yet',
    onlyText: (practice: string) =>
      `Nobody else looks after the users of ${practice}, so your access stays for now. Support knows, and looks for somebody with you.`,
    account: 'Go to your account',
  },
  someone: {
    title: 'Somebody has left',
    colleague: (name: string) => `${name} has left`,
    what: (practice: string) =>
      `We tell the people who look after the users of ${practice}. They decide. Nothing changes before that.`,
    choose: 'Choose who has left on the list of users, or name them here.',
    list: 'Go to the list of users',
    leaver: 'Full name of who has left',
    saidBy: 'Your name, and how to reach you (optional)',
    saidByHint: 'It helps them to be sure. They are the only ones who read it.',
    note: 'Anything they should know (optional)',
    noteHint: 'For example, when the person left. Do not include details of patients.',
    send: 'Send',
    sent: 'Thank you for telling us',
    sentText: (practice: string) =>
      `The people who look after the users of ${practice} can read it now. If there is nobody, support reads it.`,
    contact: 'Contact support',
  },
  cancel: 'Cancel',
  errors: {
    noName: 'Enter the full name of who has left',
    longName: (most: number) => `Full name must be ${most} characters or fewer`,
    notName: 'Full name must not include an email or web address',
    longSaidBy: (most: number) => `Your name must be ${most} characters or fewer`,
    longNote: (most: number) => `Note must be ${most} characters or fewer`,
    noWhen: 'Choose when your access should end',
    noAnswer: 'Choose what is true',
  },
  email: {
    subject: (practice: string) => `Somebody has left ${practice}`,
    title: 'Somebody has left',
    dear: (name: string) => `Dear ${name},`,
    what: (leaver: string, practice: string) => `We were told that ${leaver} has left ${practice}.`,
    themselves: (leaver: string, practice: string) => `${leaver} told us that they have left ${practice}.`,
    nothing: 'We have ended their access, as they wished. You need not do anything.',
    users: 'See the users',
    unproven: 'Whoever said so was not logged in, and we have not checked who they are.',
    next: 'If it is true, remove their access. Nothing changes before somebody does.',
    button: 'Look at who has left',
  },
};

export const hasLeftWords = catalogue({ en: english });
export type HasLeftWords = typeof english;
