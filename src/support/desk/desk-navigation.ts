import type { Actor } from '../../kernel/actor.ts';
import { type Language, wordsIn } from '../../kernel/words.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { NavigationItem } from '../../ui/index.ts';
import { administrator, deskStaff } from '../policy.ts';
import { activityAddress, peopleAddress, staffAddress, tasksAddress } from './addresses.ts';
import { type DeskWords, deskWords } from './desk.words.ts';

type Item = [href: string, label: string];

/** The desk's sections that this member of staff may open; none for anybody else. */
export function deskNavigation(
  actor: Actor,
  path: string,
  language: Language,
  { organisations }: Pick<Settings, 'organisations'>,
): NavigationItem[] {
  if (!deskStaff.admits(actor)) return [];
  const { sections } = wordsIn(deskWords, language);
  const items: Item[] = [
    [tasksAddress, sections.tasks],
    ...when(organisations.registration, '/desk/registrations', sections.registrations),
    [peopleAddress, sections.people],
    ...when(organisations.registration, '/desk/registers', sections.registers),
    ...(administrator.admits(actor) ? administration(sections) : []),
  ];
  return items.map(([href, label]) => ({ href, label, current: isWithin(path, href) }));
}

const when = (shown: boolean, ...item: Item): Item[] => (shown ? [item] : []);

const administration = (sections: DeskWords['sections']): Item[] => [
  [staffAddress, sections.staff],
  [activityAddress, sections.activity],
];

const isWithin = (path: string, section: string): boolean =>
  path === section || path.startsWith(`${section}/`);
