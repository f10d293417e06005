import { anyone } from '../kernel/policy.ts';
import { type Language, wordsIn } from '../kernel/words.ts';
import { cookieName, type Route, route } from '../platform/http/index.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { type Page, show } from '../ui/index.ts';
import { accessibilityPage } from './accessibility/accessibility.page.tsx';
import { accessibilityWords } from './accessibility/accessibility.words.ts';
import { cookiesPage } from './cookies/cookies.page.tsx';
import { cookiesWords } from './cookies/cookies.words.ts';
import { homePage } from './home/home.page.tsx';
import { homeWords } from './home/home.words.ts';
import { privacyPage } from './privacy/privacy.page.tsx';
import { privacyWords } from './privacy/privacy.words.ts';
import type { SiteFacts } from './site-facts.ts';
import { termsPage } from './terms/terms.page.tsx';
import { termsWords } from './terms/terms.words.ts';

interface SiteNeeds {
  origin: string;
  settings: Settings;
}

/** The pages anybody may read. */
export function siteRoutes({ origin, settings }: SiteNeeds): Route[] {
  const facts = siteFacts(settings);
  const cookies = (['visitor', 'session', 'device', 'registration'] as const).map((kind) => ({
    name: cookieName(kind, origin),
    purpose: kind,
    ...(kind === 'device' ? { lasts: cookiesWords.en.deviceLasts } : {}),
  }));
  const page = (address: string, write: (language: Language) => Page) =>
    route({ method: 'GET', address, policy: anyone, supportAccess: 'read' }, async (request, reply) =>
      show(reply, write(request.language)),
    );
  return [
    homeRoute(settings),
    page('/accessibility', (language) => accessibilityPage(facts, wordsIn(accessibilityWords, language))),
    page('/cookies', (language) =>
      cookiesPage({ serviceName: facts.serviceName, cookies }, wordsIn(cookiesWords, language)),
    ),
    page('/privacy', (language) => privacyPage(facts, wordsIn(privacyWords, language))),
    page('/terms', (language) => termsPage(facts, wordsIn(termsWords, language))),
  ];
}

const homeRoute = (settings: Settings) =>
  route({ method: 'GET', address: '/', policy: anyone, supportAccess: 'read' }, async (request, reply) => {
    const person = request.actor && { name: request.actor.person.name };
    const links = { logIn: '/log-in', account: '/account' };
    const allows = {
      createAccount: settings.accounts.openRegistration,
      registerOrganisation: settings.organisations.registration,
    };
    const props = { serviceName: settings.service.name, person, links, allows };
    return show(reply, homePage(props, wordsIn(homeWords, request.language)));
  });

const siteFacts = ({ organisations, retention, service, support }: Settings): SiteFacts => ({
  serviceName: service.name,
  operator: service.operator,
  hasOrganisations: organisations.registration,
  support: { email: support.email, phone: support.phone, hours: support.hours },
  usedByPatients: service.usedByPatients,
  retention,
});
