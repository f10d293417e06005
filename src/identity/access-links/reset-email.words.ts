import type { Duration } from '../../kernel/duration.ts';
import { sayDuration } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const resetEmailWords = catalogue({
  en: {
    dear: (name: string) => `Dear ${name},`,
    subject: 'Choose a new password',
    intro: (service: string) => `With this email you can choose a new password for your ${service} account.`,
    logInName: (name: string) => `You log in as ${name}.`,
    logInNames: (username: string, email: string) => `You log in as ${username}, or as ${email}.`,
    button: 'Choose a new password',
    code: 'If the link does not open, go to the log in page, choose “Forgotten my details”, then enter this code:',
    life: (life: Duration) => `The link and the code work once, for ${sayDuration(life)}.`,
    notYou: 'If it was not you, do nothing: nothing changes until somebody uses the link or the code.',
  },
});
