import { catalogue } from '../kernel/words.ts';

export const freezeWords = catalogue({
  en: {
    frozen: (phone: string) =>
      `You told us that somebody else was in your account, so this cannot be changed until support has looked. Call ${phone}`,
  },
});
