import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const invitationWords = catalogue({
  en: {
    subject: (organisation: string) => `You have been added to ${organisation}`,
    reminderSubject: (organisation: string) => `Reminder: you have been added to ${organisation}`,
    title: 'Your invitation',
    dear: (name: string) => `Dear ${name},`,
    by: (inviter: string, organisation: string) => `${inviter} has added you to ${organisation}.`,
    bySupport: (organisation: string) => `Support has added you to ${organisation}.`,
    reminder: 'You have not accepted yet. Only the link and the code in this email work now.',
    roles: 'Once you accept, these are your roles there:',
    next: {
      'not-set-up': 'Look at the invitation, accept it, and set up your account with this email address.',
      'has-account':
        'You have an account with this email address. Look at the invitation, log in and accept it.',
      'not-active':
        'There is an account with this email address that cannot be used now. Contact support to have it opened again, then accept the invitation.',
      'address-changed':
        'The account that had this email address has another one now. Ask to be added with the address that you log in with.',
    },
    button: 'Look at the invitation',
    code: (address: string) => `If the link does not open, go to ${address} and enter this code:`,
    until: (at: Date, timeZone: string) => `You can accept until ${sayMoment(at, timeZone)}.`,
    notYou: (organisation: string) =>
      `If you do not know ${organisation}, choose “This is not me” on the page, or do nothing: nobody gets access without accepting.`,
    support: (phone: string, email: string) => `Support: call ${phone} or write to ${email}.`,
  },
});
