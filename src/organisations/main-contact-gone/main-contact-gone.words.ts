import { catalogue } from '../../kernel/words.ts';
import type { Authoriser, WhyGone } from './main-contact-request.ts';

export const authoriserNames: Record<Authoriser, string> = {
  'gp-partner': 'A GP partner',
  'caldicott-guardian': 'The Caldicott Guardian',
  'authorised-list': 'Somebody on the list of people authorised to sign for the practice',
  commissioner: 'The commissioner',
};

/** As it stands within a sentence: what is written large inside stays so. */
export const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

export const whyNames: Record<WhyGone, string> = {
  left: 'They have left',
  absent: 'They are away for a long time',
  unknown: 'Nobody knows who it is',
  other: 'Something else',
};

const english = {
  back: 'Back to the practice',
  ask: {
    title: 'Our main contact has gone',
    caption: (practice: string) => practice,
    lead: 'If nobody at your practice can give access any more, somebody can ask to become its main contact here.',
    next: 'The practice itself has to confirm it: by a link to its own mailbox, or by a code in a letter to its address in the national register. Support then decides.',
    why: 'Why can the main contact not give access?',
    whys: whyNames,
    fullName: 'Your full name',
    email: 'Your work email address',
    phone: 'Your phone number',
    phoneHint: 'Support may call you. If you have no mobile, give the number of the practice.',
    authoriser: 'Who at the practice authorises you?',
    authoriserHint: 'They confirm your request for the practice.',
    authorisers: authoriserNames,
    authoriserName: 'Their full name',
    send: 'Send the request',
  },
  sent: {
    title: 'Request sent',
    text: (practice: string) => `We have taken down your request about ${practice}.`,
    next: 'What happens next',
    steps: [
      'We email you a reference. Look in spam or junk if it is not there.',
      'Whoever looks after people at the practice now, if there is anybody, is told and can object.',
      'Support asks the practice to confirm, by its own mailbox or by letter.',
      'Support decides, and we email you at each step.',
    ],
    code: 'Enter the code from a letter',
    contact: 'Contact support',
  },
  answer: {
    title: 'Confirm a new main contact',
    what: (person: string, practice: string) => `${person} asks to become main contact of ${practice}.`,
    email: (email: string) => `Their work email address is ${email}.`,
    authoriser: (kind: string, name: string) =>
      `They say that this is authorised by: ${name} (${inSentence(kind)}). Only that person may confirm.`,
    means: 'The main contact gives people at the practice access, and takes it away.',
    question: 'Should they become main contact?',
    yes: 'Yes, I authorise it',
    no: 'No, this is wrong',
    send: 'Send the answer',
    done: { yes: 'Thank you. You have confirmed it', no: 'Thank you. You have said that it is wrong' },
    doneNext: 'Support decides now. You need not do anything else, and can close this page.',
    notLive: 'It was answered or decided already, a newer link was sent, or the link is too old.',
  },
  code: {
    title: 'Enter the code from the letter',
    lead: 'Support sent a letter with a code to the practice’s address in the national register.',
    reference: 'Your reference',
    referenceHint: 'It is in the email we sent when you asked.',
    code: 'Code from the letter',
    codeHint: 'It has 8 digits.',
    send: 'Confirm',
    done: 'Thank you. The practice has confirmed your request',
    doneNext: 'Support decides now, and we email you.',
  },
  object: {
    title: 'Somebody asks to become main contact',
    what: (person: string, practice: string) =>
      `${person} asks to become main contact of ${practice}, because nobody there could give access.`,
    email: (email: string) => `Their work email address is ${email}.`,
    right: 'If that is right, you need not do anything.',
    text: 'Why is it wrong?',
    textHint: 'Support reads this before deciding. The person who asked does not.',
    send: 'Say that it is wrong',
    done: 'Support will read what you wrote before deciding',
    doneNext: 'You need not do anything else.',
    over: 'This request was decided already',
    objected: 'A colleague or you have said that this is wrong. You can say more',
  },
  errors: {
    noWhy: 'Select why the main contact cannot give access',
    noName: 'Enter your full name',
    longName: (most: number) => `Full name must be ${most} characters or fewer`,
    notName: 'Full name must not include an email or web address',
    noEmail: 'Enter your work email address',
    notEmail: 'Enter an email address in the correct format, like name@example.com',
    noPhone: 'Enter your phone number',
    notPhone: 'Enter a phone number, like 01632 960 001 or 07700 900 982',
    noAuthoriser: 'Select who authorises you',
    noAuthoriserName: 'Enter the full name of the person who authorises you',
    noAnswer: 'Select yes or no',
    noReference: 'Enter your reference',
    noCode: 'Enter the code from the letter',
    wrongCode: 'The reference or the code is not right, or a newer letter was sent',
    noText: 'Enter why it is wrong',
    longText: (most: number) => `This must be ${most} characters or fewer`,
  },
  emails: {
    dear: (name: string) => `Dear ${name},`,
    reference: (reference: string) => `Your reference is ${reference}.`,
    subject: (practice: string) => `Your request to become main contact of ${practice}`,
    notYou: (phone: string, email: string) =>
      `If you did not ask for this, or have questions, contact support: call ${phone} or write to ${email}.`,
    questions: (phone: string, email: string) =>
      `If you have questions, contact support: call ${phone} or write to ${email}.`,
    because: 'The reason:',
    codeButton: 'Enter the code',
    steps: {
      received: (practice: string) =>
        `You asked to become main contact of ${practice}. The practice itself has to confirm it; support then decides. We email you at each step.`,
      'mailbox-asked': () =>
        'We have sent a link to the practice’s own mailbox. Whoever authorises you confirms there.',
      'letter-made': () =>
        'We are sending a letter with a code to the practice’s address in the national register. Enter the code when it has come.',
      confirmed: () => 'The practice has confirmed your request. Support decides now.',
      denied: () =>
        'The practice’s mailbox answered that this is wrong. Support looks into it before deciding.',
      approved: (practice: string) =>
        `Your request is approved: you are main contact of ${practice}. If you have no account yet, another email brings the link to set one up.`,
      refused: () => 'Your request was not approved.',
    },
    asked: {
      subject: (practice: string) => `Somebody asks to become main contact of ${practice}`,
      what: (practice: string) =>
        `Somebody told us that nobody at ${practice} can give access any more, and asks to become its main contact. Our records say that you can.`,
      who: (name: string, email: string) =>
        `The name they gave is ${name}, and their email address ${email}.`,
      act: 'If that is wrong, tell us: support reads it before deciding.',
      button: 'Say that it is wrong',
    },
    mailbox: {
      subject: (practice: string) => `Please confirm the new main contact of ${practice}`,
      what: (person: string, practice: string) =>
        `${person} asks to become main contact of ${practice}, since nobody there can give access. Open the link to see more, and to confirm it or say that it is wrong.`,
      authoriser: (name: string) => `Please give this to ${name}, who is said to authorise it.`,
      button: 'See the request',
    },
  },
};

export const mainContactGoneWords = catalogue({ en: english });
export type MainContactGoneWords = typeof english;
export type RequestStep = keyof MainContactGoneWords['emails']['steps'];
