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

/** A long name and every section of the desk: the fullest the header gets. */
export const staffVisit = (more: Partial<Visit> = {}) =>
  aVisit({
    person: { name: 'Morgan Achterberg-Featherstonehaugh' },
    navigation: ['Tasks', 'People', 'Staff', 'Organisations', 'Tickets'].map((label, at) => ({
      href: `/desk/${label.toLowerCase()}`,
      label,
      current: at === 1,
    })),
    ...more,
  });
