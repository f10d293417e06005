import { type Language, wordsIn } from '../kernel/words.ts';
import type { NavigationItem } from '../ui/index.ts';
import { helpAddress, newTicketAddress, ticketAccountAddress, ticketsAddress } from './addresses.ts';
import { ticketsNavigationWords } from './tickets-navigation.words.ts';

const sections = {
  tickets: ticketsAddress,
  ask: newTicketAddress,
  help: helpAddress,
  account: ticketAccountAddress,
} as const;

const isWithin = (path: string, base: string): boolean => path === base || path.startsWith(`${base}/`);

/** What the header offers whoever logged in to support to follow their tickets. */
export function ticketsNavigation(path: string, language: Language): NavigationItem[] {
  const words = wordsIn(ticketsNavigationWords, language);
  const nearest = Object.values(sections)
    .filter((href) => isWithin(path, href))
    .sort((one, other) => other.length - one.length)[0];
  return Object.entries(sections).map(([section, href]) => ({
    href,
    label: words[section as keyof typeof sections],
    current: href === nearest,
  }));
}
