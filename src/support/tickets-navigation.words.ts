import { catalogue } from '../kernel/words.ts';

export const ticketsNavigationWords = catalogue({
  en: {
    tickets: 'Your tickets',
    ask: 'Ask a question',
    help: 'Help',
    account: 'Your details',
  },
});
