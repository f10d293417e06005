import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

const english = {
  list: {
    columns: { practice: 'Practice', reference: 'Reference', sent: 'Sent', state: 'State' },
    sent: (at: Date, zone: string) => sayMoment(at, zone),
  },
};

export const claimsWords = catalogue({ en: english });
