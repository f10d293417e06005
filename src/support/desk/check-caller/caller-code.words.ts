import { catalogue } from '../../../kernel/words.ts';

export const callerCodeWords = catalogue({
  en: {
    subject: 'Your code for this call',
    title: 'Your code for this call',
    intro: (service: string) =>
      `You, or somebody who says they are you, are on the phone with the support of ${service}. Read this code to them:`,
    life: 'It works for 15 minutes.',
    notYou: (phone: string) =>
      `If you are not on the phone with us, do not read it to anybody. Call us on ${phone} and tell us.`,
    never: 'We never ask for your password or for a security code that you log in with.',
    text: (code: string, service: string) =>
      `${code} is your code for this call with the support of ${service}. Not on the phone with us? Do not read it to anybody.`,
  },
});
