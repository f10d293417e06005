import type { Actor } from '../../kernel/actor.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import type { Clock } from '../../kernel/clock.ts';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import type { Database, Queryable } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findMailbox, type PracticeMailbox } from '../administrators/mailbox.store.ts';
import { countAdministrators } from '../members/member.store.ts';
import type { Member } from '../members/member.ts';
import { type Closure, findClosure } from '../places/closure.store.ts';
import { findById } from '../places/organisation.store.ts';
import { isClosedOn, type Organisation } from '../places/organisation.ts';
import { manageOrganisations } from '../policy.ts';
import { findOpenWork, listBranchNames, listLiveMembers, type OpenWork } from './organisation-facts.store.ts';

export interface ReadOrganisationNeeds {
  clock: Clock;
  database: Database;
  settings: Settings;
}

/** A practice as staff see it who have to help it. */
export interface OrganisationFacts {
  practice: Organisation;
  isClosed: boolean;
  mailbox: PracticeMailbox | undefined;
  members: Member[];
  /** Whether anybody can give and end access there now. */
  hasAdministrator: boolean;
  branches: ReadonlyMap<string, string>;
  work: OpenWork;
  closure: Closure | undefined;
  successor: Organisation | undefined;
}

export async function readOrganisation(
  needs: ReadOrganisationNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<OrganisationFacts> {
  ask(manageOrganisations, actor, undefined);
  const { database } = needs;
  const practice = await findPractice(database, id);
  const members = await listLiveMembers(database, practice.id);
  const closure = await findClosure(database, practice.id);
  return {
    practice,
    isClosed: isClosedOn(practice, dayAt(needs.clock.now(), needs.settings.service.timeZone)),
    mailbox: await findMailbox(database, practice.id),
    members,
    hasAdministrator: (await countAdministrators(database, practice.id, null)) > 0,
    branches: await listBranchNames(
      database,
      members.flatMap(({ branchId }) => branchId ?? []),
    ),
    work: await findOpenWork(database, practice.id),
    closure,
    successor: closure?.successorId && (await findById(database, closure.successorId)),
  };
}

/** A branch stands on the page of its practice. */
export async function findPractice(db: Queryable, id: string): Promise<Organisation> {
  const found = isId(id) ? await findById(db, id) : undefined;
  const practice = found?.parentId ? await findById(db, found.parentId) : found;
  if (!practice) throw new NotFound('organisation');
  return practice;
}
