import type { Actor } from '../../kernel/actor.ts';
import type { Policy } from '../../kernel/policy.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { NavigationItem } from '../../ui/index.ts';
import {
  deskArticlesAddress,
  deskCallBacksAddress,
  deskDashboardAddress,
  deskFeedbackAddress,
  deskMailAddress,
  deskNoticesAddress,
  deskRepliesAddress,
  deskTeamsAddress,
  deskTicketsAddress,
} from '../addresses.ts';
import {
  administrator,
  answerTickets,
  deskStaff,
  enterDesk,
  overseeTickets,
  publishNotices,
  seeDashboard,
  writeArticles,
} from '../policy.ts';
import { activityAddress, peopleAddress, staffAddress, tasksAddress } from './addresses.ts';
import { type DeskWords, deskWords } from './desk.words.ts';

interface Section {
  href: string;
  label: (sections: DeskWords['sections']) => string;
  // biome-ignore lint/suspicious/noExplicitAny: only who may open it is asked, never about one record
  policy: Policy<any>;
  /** Other addresses that belong to it. */
  also?: readonly string[];
  /** Of portals where organisations register. */
  ofRegistration?: boolean;
}

const sections: readonly Section[] = [
  {
    href: deskTicketsAddress,
    label: ({ tickets }) => tickets,
    policy: answerTickets,
    also: [deskCallBacksAddress, deskRepliesAddress],
  },
  { href: deskMailAddress, label: ({ mail }) => mail, policy: overseeTickets },
  { href: tasksAddress, label: ({ tasks }) => tasks, policy: deskStaff },
  {
    href: '/desk/registrations',
    label: ({ registrations }) => registrations,
    policy: deskStaff,
    ofRegistration: true,
  },
  { href: peopleAddress, label: ({ people }) => people, policy: deskStaff },
  { href: '/desk/registers', label: ({ registers }) => registers, policy: deskStaff, ofRegistration: true },
  { href: deskDashboardAddress, label: ({ dashboard }) => dashboard, policy: seeDashboard },
  { href: deskArticlesAddress, label: ({ articles }) => articles, policy: writeArticles },
  { href: deskFeedbackAddress, label: ({ feedback }) => feedback, policy: writeArticles },
  { href: deskNoticesAddress, label: ({ notices }) => notices, policy: publishNotices },
  { href: staffAddress, label: ({ staff }) => staff, policy: administrator, also: [deskTeamsAddress] },
  { href: activityAddress, label: ({ activity }) => activity, policy: administrator },
];

/** The desk's sections that this member of staff may open; none for anybody else. */
export function deskNavigation(
  actor: Actor,
  path: string,
  language: Language,
  { organisations }: Pick<Settings, 'organisations'>,
): NavigationItem[] {
  if (!enterDesk.admits(actor)) return [];
  const words = wordsIn(deskWords, language);
  return sections
    .filter(
      ({ policy, ofRegistration }) => policy.admits(actor) && (!ofRegistration || organisations.registration),
    )
    .map(({ href, label, also = [] }) => ({
      href,
      label: label(words.sections),
      current: [href, ...also].some((section) => isWithin(path, section)),
    }));
}

const isWithin = (path: string, section: string): boolean =>
  path === section || path.startsWith(`${section}/`);
