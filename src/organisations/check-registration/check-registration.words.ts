import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';
import type { RegistrationState, StaffWay, WayToCheck } from './registration.ts';

const states: Record<RegistrationState, string> = {
  waiting: 'Waiting',
  approved: 'Approved',
  refused: 'Refused',
};

const ways: Record<StaffWay, { label: string; hint: string }> = {
  'call-back': {
    label: 'I called the practice back',
    hint: 'On the number in the register, never on a number from the registration.',
  },
  'letter-code': {
    label: 'The practice gave me the code from the letter',
    hint: 'Type the code below.',
  },
  'known-mailbox': {
    label: 'The practice answered from a mailbox we already knew',
    hint: 'Known from an earlier contract or from the practice’s own public pages, and it answered us.',
  },
};

const done: Record<WayToCheck, string> = {
  'call-back': 'Called back on the number in the register',
  'letter-code': 'Code from a letter to the address in the register',
  'known-mailbox': 'Answer from a mailbox that was known already',
  'mailbox-answer': 'The practice mailbox confirmed by link',
};

const byWhom = (name: string, at: Date, zone: string): string =>
  name ? `by ${name} on ${sayMoment(at, zone)}` : `on ${sayMoment(at, zone)}`;

const english = {
  list: {
    title: 'Registrations',
    waiting: 'Waiting to be checked',
    decided: 'Decided',
    showDecided: 'Show decided registrations',
    showWaiting: 'Show waiting registrations',
    newMainContacts: 'Requests for a new main contact',
    none: { waiting: 'No registration is waiting', decided: 'No registration was decided yet' },
    noneText: 'Registrations appear here as soon as practices send them.',
    checked: 'Checked',
    toCheck: 'To check',
  },
  states,
  sentAt: (at: Date, zone: string) => sayMoment(at, zone),
  one: {
    title: (practice: string) => `Registration of ${practice}`,
    caption: (reference: string) => `Registration ${reference}`,
    asTyped: 'What was typed',
    asRegistered: 'What the register says',
    erased: 'Erased',
    compare: 'Use only the register’s own phone number and address to check.',
    practice: 'Practice',
    uniqueId: 'Unique ID',
    address: 'Address',
    phone: 'Phone',
    noPhone: 'The register has no phone number',
    noMobile: (typed: string) => `No mobile (${typed} stands for that, and is never called)`,
    fullName: 'Full name',
    email: 'Work email address',
    theirPhone: 'Phone number',
    mailbox: 'Practice mailbox',
    sent: 'Sent',
    others: (count: number) =>
      count === 1
        ? 'Another registration of this practice is waiting. Approve the right one; then refuse the other.'
        : `${count} other registrations of this practice are waiting. Approve the right one; then refuse the others.`,
  },
  letter: {
    text: 'The letter goes to the address in the register. Whoever gives you its code has read the practice’s post.',
    back: 'Back to the registration',
    greeting: 'To the practice manager',
    subject: (service: string) => `Registration of your practice for ${service}`,
    asked: (person: string, service: string) =>
      `${person} asked to register your practice for ${service} and to be its main contact, who gives your staff access.`,
    ifTrue: (phone: string) =>
      `If that is right, please ask them to call support on ${phone} and read out this code:`,
    ifNot: (phone: string) => `If it is not right, do not give the code to anybody, and call us on ${phone}.`,
  },
  check: {
    title: 'Record the check',
    done: 'How it was checked',
    how: 'How did you make sure that the practice itself asks?',
    ways,
    code: 'Code from the letter',
    codeHint: 'Only if you sent a letter.',
    note: 'What you did',
    noteHint: 'For example, the number you called and who you spoke to.',
    record: 'Record the check',
    recorded: (how: WayToCheck, by: string, at: Date, zone: string) =>
      `${done[how]}, ${byWhom(by, at, zone)}.`,
    again: 'Record another check',
  },
  decide: {
    title: 'Decide',
    notYet: 'You can approve once the check is recorded.',
    approveText: (person: string) => `Approving makes ${person} the main contact and emails them.`,
    approve: 'Approve',
    decided: (state: RegistrationState, by: string, at: Date, zone: string) =>
      `${states[state]} ${byWhom(by, at, zone)}.`,
  },
  errors: {
    noWay: 'Select how you made sure',
    noNote: 'Enter what you did',
    noLetter: 'No letter has been made for this registration',
    wrongCode: 'The code is not the one in the newest letter',
    tooManyCodes: 'Too many codes were tried. Wait an hour, or check in another way',
    decidedAlready: 'A colleague decided this registration just now',
    notChecked: 'Record how you checked before you approve',
    alreadyRegistered:
      'This practice was registered in the meantime. Refuse this registration, and tell the person to ask the main contact',
    noLongerRegistrable:
      'The register no longer shows this practice as open. Refuse the registration, or have the register put right',
    accountNotActive:
      'This email address belongs to an account that was deactivated. Look at that account first',
    addressChanged:
      'The account of this email address was changed to another one lately. Ask the person which they use, or wait some days',
  },
  emails: {
    approved: {
      subject: (practice: string) => `${practice} is registered`,
      title: 'Your registration is approved',
      text: (practice: string) => `${practice} is registered, and you are its main contact.`,
      hasAccount: 'Log in with this email address and the password you already have.',
      button: 'Log in',
      setUp: 'Another email brings the link to set up your account. Look in spam or junk if it is not there.',
      mainContact:
        'As main contact you answer for who has access at the practice. Log in to add people, to decide who asks for access, and to remove who leaves.',
    },
    registered: {
      subject: (practice: string) => `${practice} is registered`,
      title: 'Your practice is registered',
      text: (practice: string, person: string) => `${practice} is registered. Its main contact is ${person}.`,
      why: 'This mailbox is the practice’s own, so we write here when something about the practice changes.',
      wrong: (email: string, phone: string) =>
        `If this is wrong, tell support at once: ${phone} or ${email}.`,
    },
    refused: {
      subject: (practice: string) => `Your registration of ${practice}`,
      title: 'We could not approve your registration',
      text: (practice: string, reference: string) =>
        `You asked to register ${practice} (reference ${reference}). It was not approved.`,
      because: 'The reason:',
      next: (email: string, phone: string) =>
        `You can register again when that is put right. Support can help: ${phone} or ${email}.`,
    },
  },
};

export const checkRegistrationWords = catalogue({ en: english });
export type CheckRegistrationWords = typeof english;
