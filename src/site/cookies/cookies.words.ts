import { catalogue } from '../../kernel/words.ts';

export const cookiesWords = catalogue({
  en: {
    title: 'Cookies',
    intro: (service: string) =>
      `Cookies are small files that a website saves on your phone, tablet or computer. ${service} only saves the ones it needs to work.`,
    noConsent:
      'Because they are needed, we do not ask for your permission. We do not use cookies to count visits or to show advertising.',
    heading: 'Cookies we use',
    columns: { name: 'Name', purpose: 'What it is for', expires: 'When it ends' },
    purposes: {
      session: 'Keeps you logged in',
      visitor: 'Checks that a form was sent by you from this website',
      device: 'Remembers that you logged in on this device before, so that strangers cannot lock you out',
      registration: 'Keeps what you entered while you register an organisation',
    },
    deviceLasts: '400 days',
    whenClosed: 'When you close your browser',
    after: (time: string) => `After ${time}`,
    removing: 'You can remove cookies in your browser’s settings. You will need to log in again afterwards.',
  },
});

export type CookiesWords = typeof cookiesWords.en;
