import { type Language, wordsIn } from '../kernel/words.ts';
import type { NavigationItem } from '../ui/index.ts';
import { accountNavigationWords } from './account-navigation.words.ts';

const sections = {
  overview: '/account',
  profile: '/account/profile',
  details: '/account/details',
  security: '/account/security',
  access: '/account/access',
  devices: '/account/devices',
  activity: '/account/activity',
  data: '/account/data',
} as const;

/** The parts of a person's account, in the header of every page below `/account`: a page need do nothing for it. */
export function accountNavigation(
  path: string,
  language: Language,
  hasOrganisations: boolean,
): NavigationItem[] {
  if (path !== '/account' && !path.startsWith('/account/')) return [];
  const words = wordsIn(accountNavigationWords, language);
  const shown = Object.entries(sections).filter(([section]) => section !== 'access' || hasOrganisations);
  return shown.map(([section, href]) => ({
    href,
    label: words[section as keyof typeof sections],
    current: href === '/account' ? path === href : path === href || path.startsWith(`${href}/`),
  }));
}
