import type { Visit } from '../../src/ui/index.ts';

export const aVisit = (more: Partial<Visit> = {}): Visit => ({
  language: 'en',
  nonce: 'bm9uY2U',
  csrfToken: 'token-of-this-visit',
  path: '/',
  requestId: '7F3K-22QD',
  service: { name: 'Primary Care Portal', origin: 'http://localhost', theme: 'neutral' },
  sandbox: true,
  person: undefined,
  links: { home: '/', logIn: '/log-in', account: '/account', logOut: '/log-out' },
  logInDialog: false,
  navigation: [],
  assets: (name) => `/assets/${name}`,
  ...more,
});

const sections =
  'Tickets,Email,Tasks,Registrations,People,Registers,Dashboard,Help centre,Staff,Activity'.split(',');

const sectionOf = (label: string) => ({
  href: `/desk/${label.toLowerCase().replace(' ', '-')}`,
  label,
  current: label === 'Notices',
});

/** A long name and every section of the desk: the fullest the header gets. */
export const staffVisit = (more: Partial<Visit> = {}) =>
  aVisit({
    person: { name: 'Morgan Achterberg-Featherstonehaugh' },
    navigation: sections.map((label) => ({
      ...sectionOf(label),
      ...(label === 'Help centre' && {
        current: true,
        pages: ['Articles', 'Feedback', 'Notices'].map(sectionOf),
      }),
    })),
    ...more,
  });
