import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';

export const keepSuccessor = (
  tx: Tx,
  practice: OrganisationId,
  successor: OrganisationId,
  by: AccountId,
  now: Date,
) =>
  tx
    .updateTable('closure')
    .set({ successor_id: successor, successor_named_by: by, successor_named_at: now })
    .where('organisation_id', '=', practice)
    .execute();
