import type { Actor } from '../../kernel/actor.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { Here, HereNeeds } from '../here.ts';
import { isClosedOn, type Organisation } from '../places/organisation.ts';
import { addPeople, decideRequests, seePeople } from '../policy.ts';
import { listMyOrganisations, type Scope } from './my-people.store.ts';

/** A practice or branch where somebody administers anything, and what they may do there. */
export interface MyPlace extends Here {
  mayAdd: boolean;
  /** Whether requests, leavers and reviews are theirs to see to. */
  mayDecide: boolean;
}

/** Every practice and branch whose people an actor may see: practices by name, each before its branches. */
export async function listMyPlaces(needs: HereNeeds, db: Queryable, actor: Actor): Promise<MyPlace[]> {
  const held = [...new Set(actor.person.roles.map(({ organisationId }) => organisationId))];
  const organisations = await listMyOrganisations(db, held);
  const practices = new Map(organisations.filter(({ parentId }) => !parentId).map((one) => [one.id, one]));
  return organisations
    .flatMap((organisation) => {
      const practice = organisation.parentId ? practices.get(organisation.parentId) : organisation;
      return practice?.registeredAt ? [placeOf(needs, actor, organisation, practice)] : [];
    })
    .filter((here) => seePeople.allows(actor, here))
    .sort(byName);
}

function placeOf(
  needs: HereNeeds,
  actor: Actor,
  organisation: Organisation,
  practice: Organisation,
): MyPlace {
  const today = dayAt(needs.clock.now(), needs.settings.service.timeZone);
  const place = {
    practiceId: practice.id,
    branchId: organisation.id === practice.id ? undefined : organisation.id,
    isReadOnly: isClosedOn(practice, today) || isClosedOn(organisation, today),
  };
  const here = { organisation, practice, place, services: needs.settings.organisations.services };
  return { ...here, mayAdd: addPeople.allows(actor, here), mayDecide: decideRequests.allows(actor, here) };
}

const byName = (one: MyPlace, other: MyPlace): number =>
  compare(one.practice.name, other.practice.name) ||
  compare(one.practice.code, other.practice.code) ||
  Number(one.place.branchId !== undefined) - Number(other.place.branchId !== undefined) ||
  compare(one.organisation.name, other.organisation.name) ||
  compare(one.organisation.code, other.organisation.code);

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** A branch of a practice that is all theirs is in it already. */
export function scopeOf(places: readonly MyPlace[]): Scope {
  const practices = places.filter(({ place }) => !place.branchId).map(({ practice }) => practice.id);
  const branches = places.filter(({ place, practice }) => place.branchId && !practices.includes(practice.id));
  return { practices, branches: branches.map(({ organisation }) => organisation.id) };
}
