import { catalogue } from '../../kernel/words.ts';

/** Words of typing the code from an e-mail, in the place of following its link. */
export const codeWords = catalogue({
  en: {
    email: 'Email address',
    emailWrong: 'Enter an email address in the correct format, like name@example.com',
    code: 'Code',
    codeHint: '8 numbers, like 1234 5678',
    codeEmpty: 'Enter the code from the email',
    refused: 'The code is not right, or has stopped working. Check it, or ask for a new email',
    continue: 'Continue',
  },
});

export type CodeWords = (typeof codeWords)['en'];
