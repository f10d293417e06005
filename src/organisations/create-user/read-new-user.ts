import type { Actor } from '../../kernel/actor.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import { isId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import type { Database } from '../../platform/database/database.ts';
import { findHere, type Here, type HereNeeds } from '../here.ts';
import { findMember } from '../members/member.store.ts';
import type { MemberId } from '../members/member.ts';
import { recordOf } from '../members/person-here.ts';
import { listPlaces, type PlaceChoice } from '../places/places.ts';
import { addPeople, seePeople } from '../policy.ts';
import { listRoleChoices, type RoleChoice } from '../roles/list-role-choices.ts';
import { isRole, type RoleName, roleTitle } from '../roles/roles.ts';
import { type Colleague, listColleagues } from './create-user.store.ts';

export interface ReadNewUserNeeds extends HereNeeds {
  database: Database;
}

/** What the page offers: nothing that the actor may not give. */
export interface NewUserPage {
  here: Here;
  places: readonly PlaceChoice[];
  choices: readonly RoleChoice[];
  colleagues: readonly Colleague[];
  today: string;
}

/** More than any practice has; a list that long is no help. */
const mostColleagues = 500;

export async function readNewUser(
  needs: ReadNewUserNeeds,
  actor: Actor | undefined,
  code: string,
): Promise<NewUserPage> {
  const { database, clock, settings } = needs;
  const here = await findHere(needs, database, code);
  const places = await listPlaces(needs, database, actor, here);
  const [{ place }] = places;
  ask(addPeople, actor, { place, services: here.services });
  const choices = await listRoleChoices(database, actor, here, { place });
  const colleagues = await listColleagues(database, here.practice.id, place.branchId, mostColleagues);
  return { here, places, choices, colleagues, today: dayAt(clock.now(), settings.service.timeZone) };
}

export interface CopiedRoles {
  name: string;
  roles: RoleName[];
  /** Titles of those that are not the actor's to give, or that as many have as may. */
  left: string[];
}

/** The roles of a colleague that the actor may give; undefined when there is no such colleague to see. */
export async function copyRoles(
  { database }: ReadNewUserNeeds,
  actor: Actor | undefined,
  { here, choices }: NewUserPage,
  id: string,
): Promise<CopiedRoles | undefined> {
  const member = isId(id) ? await findMember(database, here.practice.id, id as MemberId) : undefined;
  if (!member || member.state === 'removed' || !seePeople.allows(actor, recordOf(here, member)))
    return undefined;
  const open = choices.filter(({ state }) => state === 'open').map(({ rule }) => rule);
  const isOpen = (role: RoleName) => open.some(isRole(role));
  return {
    name: member.fullName,
    roles: member.roles.filter(isOpen),
    left: member.roles.filter((role) => !isOpen(role)).map((role) => roleTitle(here.services, role)),
  };
}
