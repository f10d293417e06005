import { catalogue } from '../kernel/words.ts';

export const usernameWords = catalogue({
  en: {
    label: 'Username',
    hint: 'You can log in with it as well as with your email address. 3 to 30 letters, numbers, dots, dashes or underscores, beginning with a letter.',
    empty: 'Enter a username',
    wrong: 'Username must be 3 to 30 letters, numbers, dots, dashes or underscores, and begin with a letter',
    reserved: 'This username is kept for the service. Choose another one',
    taken: 'This username, or one that looks like it, is taken. Choose another one',
  },
});

export type UsernameWords = (typeof usernameWords)['en'];
