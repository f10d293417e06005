import { catalogue } from '../../kernel/words.ts';

export const emailWords = catalogue({
  en: {
    sentBy: (service: string) => `This email was sent by ${service}.`,
    neverAsks: 'We will never ask for your password by email or phone.',
    linkHidden: '[link hidden]',
    codeHidden: '[code hidden]',
    orCopy: 'Or copy this address into your browser:',
  },
});
