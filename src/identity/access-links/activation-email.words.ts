import type { Duration } from '../../kernel/duration.ts';
import { sayDuration } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const activationEmailWords = catalogue({
  en: {
    subject: (service: string) => `Set up your ${service} account`,
    dear: (name: string) => `Dear ${name},`,
    intro: (service: string) => `Your account at ${service} is ready for you to set up.`,
    logInName: (email: string) => `You will log in as ${email}.`,
    button: 'Set up my account',
    code: (address: string) => `If the link does not open, go to ${address} and enter this code:`,
    life: (life: Duration) =>
      `The link and the code work once, for ${sayDuration(life)}. After that you can ask for new ones.`,
    notYou: (phone: string, email: string) =>
      `If you did not expect this, you need do nothing. If it worries you, call ${phone} or write to ${email}.`,
  },
});
