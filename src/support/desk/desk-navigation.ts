import type { Actor } from '../../kernel/actor.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { NavigationItem } from '../../ui/index.ts';
import { administrator, deskStaff } from '../policy.ts';
import { activityAddress, peopleAddress, staffAddress, tasksAddress } from './addresses.ts';
import { type DeskWords, deskWords } from './desk.words.ts';

/** The desk's sections that this member of staff may open; none for anybody else. */
export function deskNavigation(actor: Actor, path: string, language: Language): NavigationItem[] {
  if (!deskStaff.admits(actor)) return [];
  const { sections } = wordsIn(deskWords, language);
  const items: [href: string, label: string][] = [
    [tasksAddress, sections.tasks],
    ['/desk/registrations', sections.registrations],
    [peopleAddress, sections.people],
    ['/desk/registers', sections.registers],
    ...(administrator.admits(actor) ? administration(sections) : []),
  ];
  return items.map(([href, label]) => ({ href, label, current: isWithin(path, href) }));
}

const administration = (sections: DeskWords['sections']): [href: string, label: string][] => [
  [staffAddress, sections.staff],
  [activityAddress, sections.activity],
];

const isWithin = (path: string, section: string): boolean =>
  path === section || path.startsWith(`${section}/`);
