import type { Duration } from '../../kernel/duration.ts';
import { sayDuration } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const securityCodeWords = catalogue({
  en: {
    text: (code: string, service: string) => `${code} is your ${service} security code`,
    email: {
      dear: (name: string) => `Dear ${name},`,
      subject: 'Your security code',
      intro: (service: string) => `Enter this security code where ${service} asks for it:`,
      life: (life: Duration) => `It works once, for ${sayDuration(life)}.`,
      neverTell: 'Nobody from support will ever ask you for it. Do not tell it to anybody.',
      notYou:
        'If you did not ask for it, somebody else may know your password. Log in and choose a new one, or ask for a new one from the log in page.',
    },
  },
});
