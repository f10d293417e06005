import { catalogue } from '../../kernel/words.ts';

export const emailWords = catalogue({
  en: {
    sentBy: (service: string) => `This email was sent by ${service}.`,
    neverAsks: 'We will never ask for your password by email or phone.',
    orCopy: 'Or copy this address into your browser:',
  },
});
