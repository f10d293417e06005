import { catalogue } from '../../kernel/words.ts';

export const concernsWords = catalogue({
  en: {
    heading: 'Check before you send it',
    shared: (email: string) =>
      `${email} looks like an address that several people read. Anyone who reads it could log in as this person. Use the person’s own address if they have one.`,
    'mixed-address': (email: string) =>
      `${email} mixes letters of different alphabets that look alike. Copy the address from an email of theirs.`,
    'mixed-name': (_email: string) =>
      'The name mixes letters of different alphabets that look alike. Type it again if you copied it.',
    goOn: 'If everything is right, send it as it is.',
  },
});

export type ConcernsWords = (typeof concernsWords)['en'];
