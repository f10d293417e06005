import type { Actor } from '../../kernel/actor.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import type { OrganisationId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { Here, HereNeeds } from '../here.ts';
import { addPeople, type Place } from '../policy.ts';
import { listOpenBranches } from './places.store.ts';

/** Where an actor may add people: the whole practice, or one branch of it. */
export interface PlaceChoice {
  place: Place;
  /** Of the branch; none stands for the whole practice. */
  branch: { id: OrganisationId; code: string; name: string } | undefined;
}

/** Whether access can be given there: at the practice as a whole, or at a branch of it that is open. */
export async function isOpenPlace(
  { clock, settings }: HereNeeds,
  db: Queryable,
  { practice }: Pick<Here, 'practice'>,
  branch: OrganisationId | undefined,
): Promise<boolean> {
  if (!branch) return true;
  const open = await listOpenBranches(db, practice.id, dayAt(clock.now(), settings.service.timeZone));
  return open.some(({ id }) => id === branch);
}

/** Every place of a practice where the actor may add people; refused where there is none. */
export async function listPlaces(
  needs: HereNeeds,
  db: Queryable,
  actor: Actor | undefined,
  { practice, place, services }: Here,
): Promise<[PlaceChoice, ...PlaceChoice[]]> {
  const today = dayAt(needs.clock.now(), needs.settings.service.timeZone);
  const branches = await listOpenBranches(db, practice.id, today);
  const [first, ...others] = [undefined, ...branches]
    .map((branch) => ({ branch, place: { ...place, branchId: branch?.id } }))
    .filter((choice) => addPeople.allows(actor, { place: choice.place, services }));
  ask(addPeople, actor, { place: first?.place ?? place, services });
  if (!first) throw new Error('whoever may add people somewhere has a place to add them at');
  return [first, ...others];
}
