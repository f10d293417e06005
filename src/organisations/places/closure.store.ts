import type { OrganisationId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

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
