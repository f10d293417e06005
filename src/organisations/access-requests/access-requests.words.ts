import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';
import type { RefusalReason } from '../access-request.ts';

const reasons: Record<RefusalReason, string> = {
  'not-known': 'Nobody here knows them',
  'not-here': 'They do not work here, or not any more',
  elsewhere: 'They should ask another practice or branch',
  'has-access': 'They have access already',
  'own-address': 'They should ask with an email address of their own',
  other: 'Another reason',
};

const english = {
  title: 'Requests for access',
  lead: 'People who ask to use this service for your organisation. Approve only people you know work with you.',
  waiting: 'Waiting for you',
  decided: 'Decided',
  columns: {
    name: 'Name',
    email: 'Email address',
    place: 'Asks for',
    asked: 'Asked',
    action: 'What to do',
    outcome: 'Outcome',
    by: 'Decided by',
    at: 'When',
  },
  decide: 'Decide',
  decideAbout: (name: string) => `about ${name}`,
  see: (name: string) => `See the request of ${name}`,
  none: {
    heading: 'Nobody is waiting',
    text: 'When somebody asks for access, it is listed here and you get an email.',
    add: 'Create a new user instead',
  },
  states: {
    waiting: 'Waiting',
    approved: 'Approved',
    refused: 'Refused',
    lapsed: 'Lapsed: nobody decided in time',
  } as Record<string, string>,
  nobody: 'Nobody',
  notRecorded: 'Not recorded',
  moment: (at: Date, timeZone: string) => sayMoment(at, timeZone),
  done: {
    added: (name: string) => `${name} has access now`,
    invited: (name: string) => `${name} is invited`,
    refused: (name: string) => `The request of ${name} is refused`,
  } as Record<string, (name: string) => string>,
  request: {
    title: (name: string) => `${name} asks for access`,
    decidedAlready: (who: string) => `${who} decided first. Nothing that you chose was done`,
    rows: {
      name: 'Name',
      email: 'Email address',
      place: 'Asks for',
      asked: 'Asked',
      note: 'What they wrote',
      who: 'Who they are',
      state: 'State',
      by: 'Decided by',
      at: 'When',
      reason: 'Reason',
    },
    proven: 'They were logged in with this address',
    unproven: 'Not checked: anybody can type a name and an address',
    shared: {
      heading: 'Several people may read this address',
      text: 'Whoever reads it could log in as this person. Ask them for an address that is theirs alone.',
    },
    member: {
      heading: 'They are one of your people already',
      text: 'Change their roles or send their invitation again on their own page, and refuse this request.',
      link: 'See this user',
    },
    approve: 'Approve',
    approveAtOnce: 'They get access at once, and an email that says so.',
    approveInvited: 'They get an invitation by email, and have access once they accept it.',
    place: 'Where they work',
    placeHint: 'Somebody limited to one branch has access there alone.',
    whole: (practice: string) => `${practice}, with all its branches`,
    send: 'Approve the request',
    refuse: 'Refuse the request',
    back: 'All requests',
  },
  refuse: {
    title: (name: string) => `Refuse the request of ${name}`,
    reason: 'Why?',
    reasons,
    hidden: 'What they are told',
    hiddenChoice: 'Do not tell them why',
    hiddenHint: 'They are told that the request was refused, and never by whom.',
    send: 'Refuse the request',
  },
  errors: {
    noPlace: 'Choose where they work',
    noReason: 'Choose why you refuse',
    changed: 'They asked again while you read this. Read what it says now, then decide',
    alreadyMember: 'They are one of your people already',
  },
  emails: {
    dear: (name: string) => `Dear ${name},`,
    notYou: 'If you did not ask, you need do nothing.',
    approved: {
      subject: (organisation: string) => `You have access to ${organisation}`,
      title: 'Your request is approved',
      text: (organisation: string) => `You asked for access to ${organisation}. You have it now.`,
      button: 'Go to the organisation',
    },
    refused: {
      subject: (organisation: string) => `Your request for access to ${organisation}`,
      title: 'Your request is not approved',
      text: (organisation: string) =>
        `You asked for access to ${organisation}. The people who look after access there did not approve it.`,
      why: {
        'not-known': 'They did not know who you are. If you work there, ask somebody there to tell them.',
        'not-here': 'They think that you do not work there.',
        elsewhere: 'They think that you should ask another practice or branch.',
        'has-access':
          'You have access already. Log in with the email address they know, or look for an invitation.',
        'own-address': 'Please ask again with your own work email address, that nobody else reads.',
        other: 'If you do not know why, ask them.',
      } satisfies Record<RefusalReason, string> as Record<RefusalReason, string>,
      next: (phone: string, email: string) =>
        `If you work there, speak to the practice. Support can also help: call ${phone} or write to ${email}.`,
    },
    lapsed: {
      subject: (organisation: string) => `Your request for access to ${organisation}`,
      title: 'Nobody decided about your request in time',
      text: (organisation: string) =>
        `You asked for access to ${organisation}. Nobody there decided, so the request is over.`,
      button: 'Ask again',
      next: (phone: string, email: string) =>
        `You may also speak to the practice, or contact support: call ${phone} or write to ${email}.`,
    },
  },
};

export const accessRequestsWords = catalogue({ en: english });
export type AccessRequestsWords = typeof english;
