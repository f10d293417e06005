import { sayDay, sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';
import { authoriserNames, inSentence, whyNames } from './main-contact-gone.words.ts';
import type { Confirmed, RequestState } from './main-contact-request.ts';

const states: Record<RequestState, string> = {
  waiting: 'Waiting',
  approved: 'Approved',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};

const confirmed: Record<Confirmed, string> = {
  mailbox: 'Confirmed from the practice’s mailbox',
  letter: 'Confirmed with the code from a letter',
};

const english = {
  states,
  list: {
    title: 'Requests for a new main contact',
    waiting: 'Waiting',
    decided: 'Decided',
    showDecided: 'Show decided requests',
    showWaiting: 'Show waiting requests',
    none: { waiting: 'No request is waiting', decided: 'No request was decided yet' },
    noneText: 'Requests appear here when somebody says that their main contact has gone.',
    confirmed: 'Confirmed',
    toConfirm: 'Not confirmed yet',
    contested: 'Said to be wrong',
  },
  moment: (at: Date, zone: string) => sayMoment(at, zone),
  one: {
    title: (practice: string) => `New main contact of ${practice}`,
    caption: (reference: string) => `Request ${reference}`,
    back: 'Requests for a new main contact',
    asked: 'Who asks',
    fullName: 'Full name',
    email: 'Work email address',
    phone: 'Phone number',
    why: 'Why',
    whys: whyNames,
    authoriser: 'Backed by',
    authorisers: authoriserNames,
    sent: 'Sent',
    erased: 'Erased',
    member: 'At the practice',
    isMember: { invited: 'Invited', active: 'Has access', 'on-leave': 'On leave', removed: 'Removed' },
    noMember: 'Not one of its people',
    register: 'What the register says',
    practice: 'Practice',
    status: 'Status',
    statuses: { active: 'Open', closed: 'Closed', dormant: 'Dormant', proposed: 'Not open yet' },
    uniqueId: 'Unique ID',
    address: 'Address',
    registerPhone: 'Phone',
    noPhone: 'The register has no phone number',
    mailbox: 'Practice mailbox',
    noMailbox: 'None is known',
    proven: {
      'call-back': 'proven by calling back on the number in the register',
      'letter-code': 'proven by the code from a letter',
      'known-mailbox': 'known before',
      'mailbox-answer': 'it confirmed the registration by itself, and was named by whoever registered',
    } as Record<string, string>,
    notProven: 'nobody proved it',
    administrators: 'Who gives access there now',
    nobody: 'Nobody who can log in',
    role: { 'main-contact': 'Main contact', deputy: 'Deputy' },
    administrator: (name: string, role: string, used: string) => `${name}, ${role}, ${used}`,
    lastUse: (at: Date, zone: string) => `last used it on ${sayMoment(at, zone)}`,
    neverUsed: 'never used it',
    others: (count: number) =>
      count === 1
        ? 'Another request about this practice is waiting.'
        : `${count} other requests about this practice are waiting.`,
  },
  said: {
    title: 'What the practice said',
    nothing: 'It has said nothing yet. You can approve once it has confirmed the request.',
    confirmed: (how: Confirmed, at: Date, zone: string) => `${confirmed[how]} on ${sayMoment(at, zone)}.`,
    denied: (at: Date, zone: string) => `The mailbox answered on ${sayMoment(at, zone)} that this is wrong.`,
    objection: (by: string, at: Date, zone: string) =>
      by ? `${by} objected on ${sayMoment(at, zone)}:` : `Somebody objected on ${sayMoment(at, zone)}:`,
    contested:
      'Somebody there says that it is wrong. Make sure of the person who authorises it, and record how, before you approve.',
    check: (by: string, at: Date, zone: string) =>
      `${by} checked who authorises it on ${sayMoment(at, zone)}:`,
  },
  mailbox: {
    title: 'Ask the practice’s mailbox',
    text: (mailbox: string) => `A link goes to ${mailbox}. Whoever reads that mailbox can confirm.`,
    askedUntil: (at: Date, zone: string) =>
      `A link was sent, and works until ${sayDay(at, zone)}. Sending another stops it.`,
    send: 'Send the link',
  },
  letter: {
    text: 'The letter goes to the address in the register. Whoever asks enters its code.',
    back: 'Back to the request',
    greeting: (name: string, kind: string) => `To ${name} (${inSentence(kind)})`,
    subject: (service: string) => `New main contact of your practice for ${service}`,
    asked: (person: string, service: string) =>
      `${person} asked to become main contact of your practice for ${service}, because nobody at the practice can give access. They say that you authorise it.`,
    ifTrue: 'If you do, please give them this code:',
    ifNot: (phone: string) => `If you do not, give the code to nobody, and call us on ${phone}.`,
  },
  check: {
    title: 'Record a check of who authorises it',
    note: 'How did you make sure?',
    noteHint: 'For example, where you found them named, the number you called and who you spoke to.',
    record: 'Record the check',
  },
  decide: {
    title: 'Decide',
    approveText: (person: string) =>
      `Approving makes ${person} the main contact. Whoever is it now loses that role and keeps any others. Everybody concerned is told.`,
    approve: 'Approve',
    decided: (state: RequestState, by: string, at: Date, zone: string) =>
      by
        ? `${states[state]} by ${by} on ${sayMoment(at, zone)}.`
        : `${states[state]} on ${sayMoment(at, zone)}.`,
  },
  done: {
    asked: 'The link was sent to the practice’s mailbox',
    recorded: 'The check is on record',
    approved: 'Approved. Everybody concerned is told',
    refused: 'Refused. The person is told',
  } as Record<string, string>,
  errors: {
    noNote: 'Enter how you made sure',
    decidedAlready: 'A colleague decided this request just now',
    noMailbox: 'No mailbox of this practice is known. Send a letter',
    tooMany: 'The mailbox was written to three times today. Wait a day, or send a letter',
    notConfirmed: 'The practice has not confirmed this request yet',
    contested:
      'Somebody at the practice says that this is wrong. Record how you checked who authorises it first',
    closed: 'The register no longer shows this practice as open',
    accountNotActive:
      'This email address belongs to an account that was deactivated or closed. Look at that account first',
    addressChanged:
      'The account of this email address was changed to another one lately, or the address is another colleague’s. Ask the person which they use',
  },
};

export const deskRequestWords = catalogue({ en: english });
export type DeskRequestWords = typeof english;
