import type { AccountId } from '../../../kernel/ids.ts';
import type { Queryable, Tx } from '../../../platform/database/database.ts';

export type TaskState = 'open' | 'done';

export interface Task {
  reference: string;
  kind: string;
  /** What it is about, like `registration` or `account`. */
  recordType: string;
  recordId: string;
  /** The person it is about. */
  person: string | null;
  organisation: string | null;
  code: string | null;
  createdAt: Date;
  doneAt: Date | null;
  doneBy: string | null;
}

const tasks = (db: Queryable, state: TaskState) =>
  db
    .selectFrom('staff_task')
    .leftJoin('organisation', 'organisation.id', 'staff_task.organisation_id')
    .leftJoin('account', 'account.id', 'staff_task.done_by')
    .leftJoin('correction_request', 'correction_request.id', 'staff_task.record_id')
    .leftJoin('factor_reset_request', 'factor_reset_request.id', 'staff_task.record_id')
    .leftJoin('account as subject', (join) =>
      join.on((eb) =>
        eb(
          'subject.id',
          '=',
          eb.fn.coalesce(
            'correction_request.account_id',
            'factor_reset_request.account_id',
            'staff_task.record_id',
          ),
        ),
      ),
    )
    .where('done_at', state === 'open' ? 'is' : 'is not', null);

/** Open ones oldest first, done ones newest first. */
export const listTasks = (db: Queryable, state: TaskState, part: { from: number; atMost: number }) =>
  tasks(db, state)
    .select([
      'staff_task.reference',
      'staff_task.kind',
      'staff_task.record_type as recordType',
      'staff_task.record_id as recordId',
      'subject.full_name as person',
      'organisation.name as organisation',
      'organisation.code',
      'staff_task.created_at as createdAt',
      'staff_task.done_at as doneAt',
      'account.full_name as doneBy',
    ])
    .orderBy(
      state === 'open' ? 'staff_task.created_at' : 'staff_task.done_at',
      state === 'open' ? 'asc' : 'desc',
    )
    .orderBy('staff_task.id')
    .offset(part.from)
    .limit(part.atMost)
    .execute() satisfies Promise<Task[]>;

export const countTasks = async (db: Queryable, state: TaskState): Promise<number> =>
  (
    await tasks(db, state)
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  ).count;

/** Nothing for a task that was done already, or that is not about a person. */
export const finishAccountTask = (tx: Tx, reference: string, by: AccountId, now: Date) =>
  tx
    .updateTable('staff_task')
    .set({ done_at: now, done_by: by })
    .where('reference', '=', reference)
    .where('record_type', '=', 'account')
    .where('done_at', 'is', null)
    .returning(['id', 'kind', 'record_id as accountId'])
    .executeTakeFirst();
