import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';

/** That the register closed an organisation, and what follows from it. Days are like `2026-03-02`. */
export interface Closure {
  closedOn: string;
  /** The last day on which its people can look. */
  readOnlyUntil: string;
  successorId: OrganisationId | undefined;
  accessEndedAt: Date | undefined;
}

export async function findClosure(db: Queryable, organisation: OrganisationId): Promise<Closure | undefined> {
  const row = await db
    .selectFrom('closure')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .executeTakeFirst();
  return (
    row && {
      closedOn: row.closed_on,
      readOnlyUntil: row.read_only_until,
      successorId: (row.successor_id ?? undefined) as OrganisationId | undefined,
      accessEndedAt: row.access_ended_at ?? undefined,
    }
  );
}

/** Staff have nothing more to do about its people. False when nothing was open. */
export const finishSuccessorTask = async (
  tx: Tx,
  organisation: OrganisationId,
  by: AccountId | null,
  now: Date,
): Promise<boolean> =>
  (await tx
    .updateTable('staff_task')
    .set({ done_at: now, done_by: by })
    .where('kind', '=', 'successor-needed')
    .where('record_id', '=', organisation)
    .where('done_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;
