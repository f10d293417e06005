import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';
import { ownEventsWords } from '../own-events.words.ts';
import { copyValuesWords } from './copy-values.words.ts';

export interface SectionWords {
  title: string;
  /** Said in place of a section without rows. */
  none: string;
  /** The name of each field, in the order they are read. */
  fields: Record<string, string>;
}

/** Every section and every field that the modules hand over; who the person is comes first. */
const sections: Record<string, SectionWords> = {
  account: {
    title: 'Your account',
    none: 'There is no account.',
    fields: {
      fullName: 'Name',
      phone: 'Phone number',
      addressLines: 'Postal address',
      postcode: 'Postcode',
      occupation: 'What describes you',
      preferredLanguage: 'Language',
      contactNeeds: 'How to contact you',
      interpreterLanguage: 'Language of the interpreter',
      wishedUsername: 'Username you asked for',
      createdAt: 'Account asked for',
      activatedAt: 'Account set up',
      state: 'The account is',
      stateChangedAt: 'It has been so since',
      changesFrozenAt: 'Changes to it stopped since',
    },
  },
  addresses: {
    title: 'Your email addresses',
    none: 'We hold no email address of yours.',
    fields: { address: 'Email address', state: 'Used', createdAt: 'Given', confirmedAt: 'Confirmed' },
  },
  emailChanges: {
    title: 'Changes of your email address',
    none: 'Your email address was never changed.',
    fields: { askedAt: 'Asked for', state: 'What became of it', madeAt: 'Changed', endedAt: 'Ended' },
  },
  names: {
    title: 'What you log in with',
    none: 'You have nothing to log in with yet.',
    fields: { name: 'Name', kind: 'What it is', retiredAt: 'No longer used since' },
  },
  waysIn: {
    title: 'How you prove who you are',
    none: 'You have no password.',
    fields: { way: 'With', where: 'Where', since: 'Since' },
  },
  factors: {
    title: 'Your security codes and passkeys',
    none: 'You have no security code and no passkey.',
    fields: {
      kind: 'What it is',
      name: 'What you call it',
      phone: 'Phone number',
      realm: 'Where',
      isPreferred: 'Asked for first',
      addedAt: 'Added',
      trustedFrom: 'Enough alone from',
      lastUsedAt: 'Last used',
      codesLeft: 'Codes left',
      isBackedUp: 'Kept in an account of yours elsewhere',
      doubtedAt: 'May have been copied, noticed on',
      removedAt: 'Removed',
    },
  },
  factorRequests: {
    title: 'When you told us that you could not give a security code',
    none: 'You never told us so.',
    fields: {
      reference: 'Reference',
      realm: 'Where',
      reason: 'Why',
      words: 'What you wrote',
      phone: 'Phone number you gave',
      state: 'What became of it',
      createdAt: 'Sent',
      endedAt: 'Ended',
    },
  },
  access: {
    title: 'Your organisations',
    none: 'You belong to no organisation.',
    fields: {
      organisation: 'Organisation',
      code: 'Unique ID',
      service: 'Where you may act',
      role: 'Role',
      since: 'Since',
      endedAt: 'Until',
      endedReason: 'Why it ended',
    },
  },
  memberships: {
    title: 'What organisations hold about you',
    none: 'No organisation holds anything about you.',
    fields: {
      organisation: 'Organisation',
      code: 'Unique ID',
      branch: 'Only at the branch',
      state: 'You are',
      fullName: 'Name they typed',
      email: 'Email address they typed',
      jobTitle: 'Job title',
      phone: 'Phone number they typed',
      startsOn: 'From',
      endsOn: 'Until',
      returnsOn: 'Back from leave',
      createdAt: 'Added',
      acceptedAt: 'You accepted',
      lastUsedAt: 'Last used',
      endedAt: 'Ended',
    },
  },
  handovers: {
    title: 'Offers to become main contact',
    none: 'You never offered or were offered it.',
    fields: {
      organisation: 'Organisation',
      side: 'Who offered',
      state: 'What became of it',
      offeredAt: 'Offered',
      endedAt: 'Ended',
    },
  },
  reviews: {
    title: 'When colleagues reviewed your access',
    none: 'Nobody has reviewed it.',
    fields: { organisation: 'Organisation', answeredAt: 'Reviewed' },
  },
  accessRequests: {
    title: 'When you asked for access',
    none: 'You asked no organisation for access.',
    fields: {
      organisation: 'Organisation',
      code: 'Unique ID',
      state: 'What became of it',
      fullName: 'Name you gave',
      email: 'Email address you gave',
      note: 'What you wrote',
      createdAt: 'Sent',
      decidedAt: 'Decided',
      decisionReason: 'Why',
    },
  },
  mainContactRequests: {
    title: 'When you asked to become main contact',
    none: 'You never asked for it.',
    fields: {
      organisation: 'Organisation',
      code: 'Unique ID',
      reference: 'Reference',
      state: 'What became of it',
      fullName: 'Name you gave',
      email: 'Email address you gave',
      phone: 'Phone number you gave',
      reason: 'What you wrote',
      createdAt: 'Sent',
      confirmedAt: 'Confirmed by the authoriser',
      decidedAt: 'Decided',
      decisionReason: 'Why',
    },
  },
  leavers: {
    title: 'When you said that you or somebody else had left',
    none: 'You never said so.',
    fields: {
      organisation: 'Organisation',
      isOwn: 'It was you',
      note: 'What you wrote',
      createdAt: 'Sent',
      resolvedAt: 'Answered',
    },
  },
  peopleFiles: {
    title: 'Files of people that you sent',
    none: 'You sent none lately.',
    fields: { organisation: 'Organisation', fileName: 'File', createdAt: 'Sent', finishedAt: 'Finished' },
  },
  sessions: {
    title: 'When you were logged in',
    none: 'You were not logged in lately.',
    fields: {
      startedAt: 'Logged in',
      device: 'With',
      realm: 'Where',
      lastSeenAt: 'Last used',
      factorProvenAt: 'Security code or passkey given',
      endedAt: 'Ended',
      endedBecause: 'Why it ended',
    },
  },
  devices: {
    title: 'The browsers you used',
    none: 'We know no browser of yours.',
    fields: {
      description: 'Browser',
      realm: 'Where',
      firstUsedAt: 'First used',
      lastUsedAt: 'Last used',
      rememberedUntil: 'No security code asked for until',
      revokedAt: 'Forgotten',
    },
  },
  links: {
    title: 'Links we sent you',
    none: 'We sent you no link lately.',
    fields: {
      purpose: 'What it was for',
      createdAt: 'Made',
      expiresAt: 'Worked until, at most',
      usedAt: 'Used',
    },
  },
  messages: {
    title: 'Messages we sent you',
    none: 'We sent you no message lately.',
    fields: {
      kind: 'What it told you',
      channel: 'Sent by',
      status: 'What became of it',
      createdAt: 'Written',
      sentAt: 'Sent',
      deliveryStatus: 'What the networks told us of it',
      deliveryStatusAt: 'Told to us',
    },
  },
  activity: {
    title: 'What happened with your account',
    none: 'Nothing has happened yet.',
    fields: {
      action: 'What happened',
      by: 'Who',
      at: 'When',
      organisationId: 'Organisation',
      reason: 'Reason',
      detail: 'Details',
    },
  },
  registrations: {
    title: 'Registrations you sent',
    none: 'You registered no organisation.',
    fields: {
      organisation: 'Organisation',
      code: 'Unique ID',
      reference: 'Reference',
      state: 'What became of it',
      fullName: 'Name you gave',
      email: 'Email address you gave',
      phone: 'Phone number you gave',
      mailbox: 'Mailbox of the practice',
      createdAt: 'Sent',
      checkedHow: 'How we checked it',
      decidedAt: 'Decided',
      decisionReason: 'Why',
    },
  },
  tasks: {
    title: 'What our staff had to do about your account',
    none: 'Our staff had nothing to do about it.',
    fields: { kind: 'What', reference: 'Reference', createdAt: 'Since', doneAt: 'Done' },
  },
};

export const readableCopyWords = catalogue({
  en: {
    title: 'What we hold about you',
    made: (at: Date, timeZone: string) => `As it was on ${sayMoment(at, timeZone)}.`,
    leftOut:
      'What we do not hold is left out, and so are the numbers that only our computers use. The file you can download has those too.',
    back: 'Your data',
    more: (shown: number, all: number) => `This shows ${shown} of ${all}. The file holds all of them.`,
    yes: 'Yes',
    no: 'No',
    moment: (at: Date, timeZone: string) => sayMoment(at, timeZone),
    pair: (name: string, value: string) => `${name}: ${value}`,
    sections,
    values: copyValuesWords.en,
    events: ownEventsWords.en,
    /** What is on record with something that happened. */
    details: {
      from: 'Before',
      to: 'After',
      back: 'Address from before',
      dropped: 'Addresses taken away',
      answer: 'Answer',
      name: 'Name',
      kind: 'Kind',
      email: 'Email address',
      role: 'Role',
      roles: 'Roles',
      given: 'Roles given',
      taken: 'Roles taken away',
      changed: 'What was changed',
      note: 'Note',
      returnsOn: 'Back on',
    } as Record<string, string>,
  },
});

export type ReadableCopyWords = (typeof readableCopyWords)['en'];
