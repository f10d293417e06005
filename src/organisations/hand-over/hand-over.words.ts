import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';
import type { Afterwards } from './handover.ts';

interface Names {
  practice: string;
  from: string;
  to: string;
}

const english = {
  back: 'Back to the practice',
  offer: {
    title: 'Hand over as main contact',
    lead: 'Ask a colleague to become main contact in your place. Nothing changes until they accept.',
    to: 'Who should become main contact?',
    toHint: 'Anybody who has access to the whole practice now.',
    choose: 'Choose a colleague',
    colleague: (name: string, email: string) => `${name} (${email})`,
    deputy: 'Deputy',
    afterwards: 'What should you be afterwards?',
    choices: {
      deputy: 'Deputy main contact',
      'other-roles': 'I keep my other roles',
      'task-roles': 'I keep only roles that do not give access to others',
    } satisfies Record<Afterwards, string>,
    deputyHint: 'If there are as many deputies as there may be when they accept, you keep your other roles.',
    keeps: (roles: string) => `You would keep: ${roles}.`,
    nothingLeft: 'Nothing: I leave this organisation',
    keepsNothing: 'You have no other role, so your access ends when they accept.',
    send: 'Ask them',
    nobody: 'There is nobody to ask',
    nobodyText:
      'Nobody else has access to the whole practice. Create a user first; once they have accepted you can hand over to them.',
    create: 'Create new user',
  },
  waiting: {
    title: 'Your offer waits for an answer',
    text: (name: string) => `You asked ${name} to become main contact.`,
    until: (at: Date, timeZone: string) => `They can answer until ${sayMoment(at, timeZone)}.`,
    withdraw: 'Take the offer back',
  },
  answer: {
    title: 'Become main contact?',
    text: ({ from, practice }: Pick<Names, 'from' | 'practice'>) =>
      `${from} asks you to become main contact of ${practice} in their place.`,
    means:
      'The main contact looks after everybody who has access: adds people, changes what they may do, and removes whoever leaves. There is one for each practice.',
    question: 'Do you want to become main contact?',
    yes: 'Yes, I become main contact',
    no: 'No',
    send: 'Send my answer',
  },
  none: {
    title: 'There is no offer for you',
    text: 'It was taken back or ran out, or somebody else became main contact.',
  },
  done: {
    offered: 'We have asked your colleague',
    withdrawn: 'You have taken the offer back',
    accepted: 'You are now main contact',
    declined: 'You have declined',
  } as Record<string, string>,
  doneTitle: 'Main contact',
  manage: 'Manage users',
  home: 'Go to the practice',
  errors: {
    noColleague: 'Select a colleague',
    noAfterwards: 'Select what you should be afterwards',
    noAnswer: 'Select whether you want to become main contact',
    cannotTake: 'They can no longer become main contact. Select somebody else',
    alreadyOffered: 'You have already asked a colleague. Take that offer back first',
    noOffer: 'The offer was answered or ran out in the meantime',
  },
  emails: {
    dear: (name: string) => `Dear ${name},`,
    answer: (at: Date, timeZone: string) => `You can answer until ${sayMoment(at, timeZone)}.`,
    button: 'Read and answer',
    nothingChanged: 'Nothing has changed: the main contact is still the same.',
    support: (phone: string, email: string) => `Questions: call support on ${phone} or write to ${email}.`,
    'handover-offered': {
      subject: (practice: string) => `Will you become main contact of ${practice}?`,
      what: ({ from, practice }: Names) =>
        `${from} asks you to become main contact of ${practice} in their place.`,
    },
    'handover-declined': {
      subject: (practice: string) => `Your offer at ${practice} was declined`,
      what: ({ to, practice }: Names) => `${to} does not want to become main contact of ${practice}.`,
    },
    'handover-withdrawn': {
      subject: (practice: string) => `The offer at ${practice} was taken back`,
      what: ({ from, practice }: Names) =>
        `${from} no longer asks you to become main contact of ${practice}.`,
    },
    'handover-lapsed': {
      subject: (practice: string) => `The offer at ${practice} ran out`,
      what: ({ to, practice }: Names) =>
        `${to} was asked to become main contact of ${practice}, and there was no answer in time.`,
    },
  },
};

export const handOverWords = catalogue({ en: english });
export type HandOverWords = typeof english;
