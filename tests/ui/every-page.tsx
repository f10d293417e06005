import { days } from '../../src/kernel/duration.ts';
import { wordsIn } from '../../src/kernel/words.ts';
import { accessibilityPage } from '../../src/site/accessibility/accessibility.page.tsx';
import { accessibilityWords } from '../../src/site/accessibility/accessibility.words.ts';
import { cookiesPage } from '../../src/site/cookies/cookies.page.tsx';
import { cookiesWords } from '../../src/site/cookies/cookies.words.ts';
import { homePage } from '../../src/site/home/home.page.tsx';
import { homeWords } from '../../src/site/home/home.words.ts';
import { privacyPage } from '../../src/site/privacy/privacy.page.tsx';
import { privacyWords } from '../../src/site/privacy/privacy.words.ts';
import { termsPage } from '../../src/site/terms/terms.page.tsx';
import { termsWords } from '../../src/site/terms/terms.words.ts';
import { emptyForm, errorPage, type FormState, type Page, Panel, type Visit } from '../../src/ui/index.ts';
import { contentPage, formPage, type Say } from './kitchen-sink.tsx';

export const facts = {
  hasOrganisations: true,
  serviceName: 'Primary Care Portal',
  retention: {
    closedAccounts: days(30),
    unusedInvitations: days(180),
    sessions: days(90),
    messages: days(180),
  },
  operator: '[name of the organisation]',
  support: {
    email: 'support@portal.example',
    phone: '020 7946 0123',
    hours: { days: 'Monday to Friday', times: '8am to 6pm' },
  },
  usedByPatients: true,
};

/** Every page that ui and site can show, by address. */
export function everyPage(visit: Visit): Record<string, Page> {
  const say: Say = (text) => (visit.language === 'pseudo' ? `⟦${text}⟧` : text);
  return { ...sitePages(visit), ...errorPages(visit), ...parts(say) };
}

const parts = (say: Say): Record<string, Page> => ({
  '/form': formPage(emptyForm, say),
  '/form-with-errors': formPage(wrongForm(say), say),
  '/content': contentPage(say),
  '/done': {
    title: say('Registration sent'),
    body: <Panel title={say('Registration sent')}>{say('Your reference is REG 4821')}</Panel>,
  },
});

const wrongForm = (say: Say): FormState => ({
  values: {
    fullName: 'Asha Rao',
    phone: '12',
    contact: 'letter',
    checks: 'email\nphone',
    reason: 'x'.repeat(205),
  },
  errors: ['email', 'phone', 'password', 'code', 'contact', 'checks', 'practice', 'document', 'reason'].map(
    (field) => ({
      field,
      message: say(`Enter your ${field}`),
    }),
  ),
});

const errorPages = (visit: Visit): Record<string, Page> =>
  Object.fromEntries(
    [400, 403, 404, 405, 413, 419, 429, 500, 503].map((status) => [
      `/status-${status}`,
      errorPage({ status, ...(status === 429 && { retryAfterSeconds: 300 }) }, visit),
    ]),
  );

function sitePages({ language, person }: Visit): Record<string, Page> {
  const allows = { createAccount: true, registerOrganisation: true };
  const links = { logIn: '/log-in', account: '/account' };
  const cookies = [
    { name: 'gatehouse-65535-registration', purpose: 'session' },
    { name: '__Host-gatehouse-device', purpose: 'device', lasts: '1 year' },
  ] as const;
  const { serviceName } = facts;
  return {
    '/': homePage({ serviceName, person, links, allows }, wordsIn(homeWords, language)),
    '/accessibility': accessibilityPage(facts, wordsIn(accessibilityWords, language)),
    '/cookies': cookiesPage({ serviceName, cookies }, wordsIn(cookiesWords, language)),
    '/privacy': privacyPage(facts, wordsIn(privacyWords, language)),
    '/terms': termsPage(facts, wordsIn(termsWords, language)),
  };
}
