import type { Audit } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { NotFound } from '../../../kernel/endings.ts';
import type { AccountId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction } from '../../../platform/database/database.ts';
import { deskStaff } from '../../policy.ts';
import { finishAccountTask } from './tasks.store.ts';

export interface FinishTaskNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
}

/** Ends a task about a person, on the word of whoever did it; one about a registration ends with its decision. */
export async function finishTask(
  needs: FinishTaskNeeds,
  actor: Actor | undefined,
  reference: string,
): Promise<void> {
  ask(deskStaff, actor, undefined);
  await inTransaction(needs.database, async (tx) => {
    const doer = actor.person.accountId;
    const done = await finishAccountTask(tx, reference, doer, needs.clock.now());
    if (!done) throw new NotFound('task');
    const record = { type: 'staff-task', id: done.id };
    const subject = done.accountId as AccountId;
    await needs.audit.record(tx, { action: 'task-done', actor, subject, record, reason: done.kind });
  });
}
