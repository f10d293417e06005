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

/** Pages that stand together: their own names are shown once one of them is open. */
interface Group {
  label: Section['label'];
  pages: readonly Section[];
}

const sections: readonly (Section | Group)[] = [
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
  {
    label: ({ helpCentre }) => helpCentre,
    pages: [
      { href: deskArticlesAddress, label: ({ articles }) => articles, policy: writeArticles },
      { href: deskFeedbackAddress, label: ({ feedback }) => feedback, policy: writeArticles },
      { href: deskNoticesAddress, label: ({ notices }) => notices, policy: publishNotices },
    ],
  },
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
  const names = wordsIn(deskWords, language).sections;
  const isOpen = ({ policy, ofRegistration }: Section) =>
    policy.admits(actor) && (!ofRegistration || organisations.registration);
  const itemOf = ({ href, label, also = [] }: Section): NavigationItem => ({
    href,
    label: label(names),
    current: [href, ...also].some((section) => isWithin(path, section)),
  });
  return sections.flatMap((section) => {
    const pages = ('pages' in section ? section.pages : [section]).filter(isOpen).map(itemOf);
    return 'pages' in section ? grouped(section.label(names), pages) : pages;
  });
}

/** Whoever may open one alone finds it under its own name. */
function grouped(label: string, pages: NavigationItem[]): NavigationItem[] {
  const [first, second] = pages;
  if (!first || !second) return pages;
  return [{ href: first.href, label, current: pages.some(({ current }) => current), pages }];
}

const isWithin = (path: string, section: string): boolean =>
  path === section || path.startsWith(`${section}/`);
