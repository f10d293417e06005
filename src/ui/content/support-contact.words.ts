import { catalogue } from '../../kernel/words.ts';

export const supportContactWords = catalogue({
  en: {
    title: 'Contact support',
    phone: 'Phone',
    email: 'Email',
    hours: (days: string, times: string) => `Support hours: ${days}, ${times}.`,
    emergency: 'If you need medical help now, call 111; in an emergency call 999.',
  },
});
