import type { AccountId, Ids, OrganisationId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';

export interface NewStaffTask {
  kind: string;
  /** What it is about, like `{ type: 'account', id }`. */
  record: { type: string; id: string };
  organisation?: OrganisationId;
  /** The one that a person was given, where one was: whoever calls is found by it. */
  reference?: string;
  now: Date;
}

/** Asks staff to do something. False while the same is asked about the same record: one open task is enough. */
export const addStaffTask = async (
  tx: Tx,
  ids: Ids,
  { kind, record, organisation, reference = ids.reference(), now }: NewStaffTask,
): Promise<boolean> =>
  (await tx
    .insertInto('staff_task')
    .values({
      id: ids.next(),
      reference,
      kind,
      record_type: record.type,
      record_id: record.id,
      organisation_id: organisation ?? null,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'record_id']).where('done_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()) !== undefined;

/** What was asked of staff about a record is done; `by` nobody where it settled itself. False when nothing was open. */
export const finishStaffTask = async (
  tx: Tx,
  { kind, recordId, by, now }: { kind: string; recordId: string; by: AccountId | null; now: Date },
): Promise<boolean> =>
  (await tx
    .updateTable('staff_task')
    .set({ done_at: now, done_by: by })
    .where('kind', '=', kind)
    .where('record_id', '=', recordId)
    .where('done_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;
