import { sayDate } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const saidAnswersWords = catalogue({
  en: {
    day: (day: string) => sayDate(day),
    forgotten: (key: string) => key.replaceAll('-', ' '),
  },
});

export type SaidAnswersWords = (typeof saidAnswersWords)['en'];
