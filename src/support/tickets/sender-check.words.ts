import { catalogue } from '../../kernel/words.ts';

/** What staff read about the sender of an e-mail. */
export const senderCheckWords = catalogue({
  en: {
    heading: 'Was it sent from this address?',
    /** By DMARC, which decides. */
    verdict: {
      pass: 'Yes, the mail came from the domain of this address. That does not prove who wrote it.',
      fail: 'No, the mail did not come from the domain of this address. Somebody may pretend to be them.',
      none: 'Nobody can tell: the domain does not say who may send for it.',
      temperror: 'Nobody could tell: the check got no answer.',
      permerror: 'Nobody can tell: what the domain says about it is wrong.',
      softfail: 'Nobody can tell for certain.',
      neutral: 'Nobody can tell for certain.',
    },
    details: (spf: string, dkim: string, dmarc: string) => `SPF: ${spf}. DKIM: ${dkim}. DMARC: ${dmarc}.`,
    results: {
      pass: 'passed',
      fail: 'failed',
      softfail: 'probably not allowed',
      neutral: 'not said',
      none: 'not used',
      temperror: 'no answer',
      permerror: 'set up wrongly',
    },
  },
});

export type SenderCheckWords = (typeof senderCheckWords)['en'];
