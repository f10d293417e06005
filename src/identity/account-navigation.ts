import { type Language, wordsIn } from '../kernel/words.ts';
import type { NavigationItem } from '../ui/index.ts';
import { accountNavigationWords } from './account-navigation.words.ts';

/** Where somebody looks after people; the pages are those of organisations. */
export const myPeopleAddress = '/my-people';

/** What somebody asked support; the pages are those of support. */
export const ticketsAddress = '/tickets';

const sections = {
  overview: '/account',
  profile: '/account/profile',
  details: '/account/details',
  security: '/account/security',
  access: '/account/access',
  people: myPeopleAddress,
  devices: '/account/devices',
  activity: '/account/activity',
  data: '/account/data',
  tickets: ticketsAddress,
} as const;

const bases = [sections.overview, sections.people, sections.tickets];

const isWithin = (path: string, base: string): boolean => path === base || path.startsWith(`${base}/`);

/**
 * The parts of a person's account, in the header of every page below `/account`, and of those about the people they look
 * after and about what they asked support: a page need do nothing for it.
 */
export function accountNavigation(
  path: string,
  language: Language,
  { hasOrganisations, hasPeople }: { hasOrganisations: boolean; hasPeople: boolean },
): NavigationItem[] {
  if (!bases.some((base) => isWithin(path, base))) return [];
  const words = wordsIn(accountNavigationWords, language);
  const hidden = [...(hasOrganisations ? [] : ['access']), ...(hasPeople ? [] : ['people'])];
  const shown = Object.entries(sections).filter(([section]) => !hidden.includes(section));
  return shown.map(([section, href]) => ({
    href,
    label: words[section as keyof typeof sections],
    current: href === '/account' ? path === href : isWithin(path, href),
  }));
}
