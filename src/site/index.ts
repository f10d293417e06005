// Owns: the public pages that say what the service is, who runs it and what applies: home, privacy, cookies, terms, accessibility.
// Tables: none.
// Used by: the application, which gives each its address.
export { accessibilityPage } from './accessibility/accessibility.page.tsx';
export { accessibilityWords } from './accessibility/accessibility.words.ts';
export { cookiesPage } from './cookies/cookies.page.tsx';
export { cookiesWords } from './cookies/cookies.words.ts';
export { homePage } from './home/home.page.tsx';
export { homeWords } from './home/home.words.ts';
export { privacyPage } from './privacy/privacy.page.tsx';
export { privacyWords } from './privacy/privacy.words.ts';
export { siteRoutes } from './site.routes.ts';
export type { SiteFacts } from './site-facts.ts';
export { termsPage } from './terms/terms.page.tsx';
export { termsWords } from './terms/terms.words.ts';
