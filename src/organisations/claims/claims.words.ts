import { sayDay, sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const english = {
  list: {
    columns: { practice: 'Practice', reference: 'Reference', sent: 'Sent', state: 'State' },
    sent: (at: Date, zone: string) => sayMoment(at, zone),
  },
  letter: {
    title: 'Send a letter with a code',
    madeAt: (at: Date, zone: string) =>
      `A letter was made on ${sayMoment(at, zone)}. Making another stops its code.`,
    make: 'Make a letter',
    pageTitle: (practice: string) => `Letter to ${practice}`,
    once: 'The code is shown only here and only now. Print the letter before you leave this page.',
    date: (at: Date, zone: string) => sayDay(at, zone),
    from: (operator: string) => operator,
  },
  refusal: {
    title: 'Refuse',
    reason: 'Reason',
    reasonHint: 'The person is sent this by email, so write it for them.',
    refuse: 'Refuse and tell the person',
    noReason: 'Enter a reason',
  },
  longText: (most: number) => `This must be ${most} characters or fewer`,
  notLive: { title: 'This link no longer works', contact: 'Contact support' },
};

export const claimsWords = catalogue({ en: english });
export type ClaimsWords = typeof english;
