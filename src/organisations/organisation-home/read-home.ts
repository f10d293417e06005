import type { Actor } from '../../kernel/actor.ts';
import { ask } from '../../kernel/policy.ts';
import type { Database } from '../../platform/database/database.ts';
import { findHere, type Here, type HereNeeds } from '../here.ts';
import { listBranches } from '../places/branch.store.ts';
import { type Closed, findClosed } from '../places/find-closed.ts';
import {
  actForOrganisation,
  addPeople,
  decideRequests,
  handOver,
  heldAt,
  reviewAccess,
  seePeople,
} from '../policy.ts';
import { allRoles, isRole, type RoleName, type RoleRule } from '../roles/roles.ts';
import { type HomeFacts, readHomeFacts } from './read-home.store.ts';

export interface ReadHomeNeeds extends HereNeeds {
  database: Database;
}

export interface OrganisationHome {
  here: Here;
  facts: HomeFacts;
  roles: RoleRule[];
  /** Roles that the settings do not describe (any more). */
  otherRoles: RoleName[];
  branches: { code: string; name: string }[];
  closed: Closed | undefined;
  may: {
    seePeople: boolean;
    addPeople: boolean;
    decide: boolean;
    /** Whether they are asked about who would become main contact of the practice. */
    object: boolean;
    review: boolean;
    handOver: boolean;
    actForPractice: boolean;
  };
}

/** What somebody can do in one organisation, and what waits there for them. */
export async function readHome(
  needs: ReadHomeNeeds,
  actor: Actor | undefined,
  code: string,
): Promise<OrganisationHome> {
  const { database: db } = needs;
  const here = await findHere(needs, db, code);
  ask(actForOrganisation, actor, here);
  const { practice, place, services } = here;
  const held = heldAt(actor, place);
  const now = needs.clock.now();
  const wholePractice = { services, place: { ...place, branchId: undefined } };
  const object = decideRequests.allows(actor, wholePractice);
  const decidesOnlyAt = object ? undefined : place.branchId;
  return {
    here,
    facts: await readHomeFacts(db, {
      practice: practice.id,
      branch: place.branchId,
      decidesOnlyAt,
      account: actor.subject,
      now,
    }),
    roles: allRoles(services).filter((rule) => held.some(isRole(rule))),
    otherRoles: held.filter((role) => !allRoles(services).some(isRole(role))),
    branches: place.branchId ? [] : await listBranches(db, practice.id),
    closed: await findClosed(db, here),
    may: {
      seePeople: seePeople.allows(actor, here),
      addPeople: addPeople.allows(actor, here),
      decide: decideRequests.allows(actor, here),
      object,
      review: reviewAccess.allows(actor, here),
      handOver: !place.branchId && handOver.allows(actor, here),
      actForPractice: actForOrganisation.allows(actor, wholePractice),
    },
  };
}
