import { sayMoment } from '../../kernel/in-english.ts';
import { catalogue } from '../../kernel/words.ts';

export const factorNoticeWords = catalogue({
  en: {
    /** In the middle of a sentence. */
    kind: {
      authenticator: 'an authenticator app',
      passkey: 'a passkey',
      text: 'a number for text messages',
      email: 'security codes by email',
      'recovery-codes': 'recovery codes',
    },
    what: {
      added: (kind: string) => `${capital(kind)} ${is(kind)} added`,
      removed: (kind: string) => `${capital(kind)} ${is(kind)} removed`,
      renamed: (kind: string) => `${capital(kind)} ${is(kind)} given another name`,
      preferred: (kind: string) => `${capital(kind)} ${is(kind)} chosen to be asked for first`,
      'number-changed': () => 'The number for text messages was changed',
      'codes-made': () => 'New recovery codes were made. If there were older ones, they no longer work',
    },
    text: (what: string, service: string, phone: string) =>
      `${service}: ${what}. If this was not you, open the email we sent or call ${phone}.`,
    email: {
      dear: (name: string) => `Dear ${name},`,
      subject: 'How you get into your account was changed',
      where: (what: string, service: string) => `${what}. This is about your ${service} account.`,
      named: (name: string) => `Its name is ${name}.`,
      when: (at: Date, device: string, timeZone: string) =>
        `It was done on ${sayMoment(at, timeZone)}${device ? `, from ${device}` : ''}.`,
      you: 'If it was you, there is nothing you need to do.',
      notYou: 'If it was not you, say so now. You need not log in, and we make your account safe.',
      button: 'This was not me',
    },
  },
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const is = (kind: string): string => (kind.startsWith('a') ? 'was' : 'were');
