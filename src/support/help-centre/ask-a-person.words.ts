import { catalogue } from '../../kernel/words.ts';

export const askAPersonWords = catalogue({
  en: {
    heading: 'Still need help?',
    text: 'You can ask us a question, with or without an account.',
    askAbout: (searched: string) => `Ask us about “${searched}”`,
    contact: 'Contact us',
    call: 'Or call us on',
    hours: (days: string, times: string) => `(${days}, ${times}).`,
  },
});
