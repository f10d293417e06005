import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import type { OrganisationId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { listAdministrators } from '../administrators/administrators.store.ts';
import { type TellMemberNeeds, tellAdministrators } from '../members/tell-member.ts';
import { findClosure } from '../places/closure.store.ts';
import { findByCode, holdOrganisation } from '../places/organisation.store.ts';
import { isClosedOn, type Organisation } from '../places/organisation.ts';
import { readOrganisationCode } from '../places/organisation-code.ts';
import { finishSuccessorTask } from '../places/successor-task.ts';
import { manageOrganisations } from '../policy.ts';
import { successorEmail } from './moved.email.tsx';
import { findPractice } from './read-organisation.ts';
import { keepSuccessor } from './successor.store.ts';

export interface SuccessorNeeds extends TellMemberNeeds {
  audit: Audit;
  database: Database;
}

export type NotASuccessor = 'unknown' | 'branch' | 'itself' | 'not-registered' | 'closed';

export type NameSuccessorOutcome =
  | { outcome: 'named' }
  | { outcome: NotASuccessor }
  /** The organisation is open, or its time to look is over. */
  | { outcome: 'not-closing' };

/** Puts on record who takes over, as staff found out; both are told. Naming another one later replaces it. */
export async function nameSuccessor(
  needs: SuccessorNeeds,
  actor: Actor | undefined,
  id: string,
  code: string,
): Promise<NameSuccessorOutcome> {
  ask(manageOrganisations, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const practice = await findPractice(tx, id);
    await holdOrganisation(tx, practice.id);
    const closure = await findClosure(tx, practice.id);
    if (!closure || closure.accessEndedAt) return { outcome: 'not-closing' };
    const found = await findSuccessor(needs, tx, practice.id, code);
    if (typeof found === 'string') return { outcome: found };
    await keepSuccessor(tx, practice.id, found.id, actor.person.accountId, needs.clock.now());
    await needs.audit.record(tx, {
      action: 'successor-named',
      actor,
      organisation: practice.id,
      record: { type: 'organisation', id: found.id },
    });
    await tellBoth(needs, tx, practice, found);
    return { outcome: 'named' };
  });
}

async function findSuccessor(
  needs: SuccessorNeeds,
  tx: Tx,
  practice: OrganisationId,
  typed: string,
): Promise<Organisation | NotASuccessor> {
  const read = readOrganisationCode(typed);
  const found = read.outcome === 'code' ? await findByCode(tx, read.code) : undefined;
  if (!found) return 'unknown';
  if (found.kind === 'branch') return 'branch';
  if (found.id === practice) return 'itself';
  if (!found.registeredAt) return 'not-registered';
  return isClosedOn(found, dayAt(needs.clock.now(), needs.settings.service.timeZone)) ? 'closed' : found;
}

async function tellBoth(needs: SuccessorNeeds, tx: Tx, from: Organisation, to: Organisation) {
  for (const practice of [from, to])
    await tellAdministrators(needs, tx, await listAdministrators(tx, practice.id), {
      kind: 'successor-named',
      practice,
      write: (_, language) => successorEmail({ from, to, isOld: practice === from }, language),
    });
}

/** Nobody is to be moved: the task is done, and access ends by itself in time. */
export async function leaveWithoutSuccessor(
  needs: SuccessorNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<void> {
  ask(manageOrganisations, actor, undefined);
  await inTransaction(needs.database, async (tx) => {
    const practice = await findPractice(tx, id);
    if (!(await finishSuccessorTask(tx, practice.id, actor.person.accountId, needs.clock.now()))) return;
    await needs.audit.record(tx, {
      action: 'nobody-moves',
      actor,
      organisation: practice.id,
      record: { type: 'organisation', id: practice.id },
    });
  });
}
