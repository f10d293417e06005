import { catalogue } from '../../kernel/words.ts';

export const logOutWords = catalogue({
  en: {
    title: 'You are logged out',
    body: 'Close the browser too if other people use this computer.',
    again: 'Log in again',
  },
});

export type LogOutWords = (typeof logOutWords)['en'];
