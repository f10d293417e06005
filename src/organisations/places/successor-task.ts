import { addStaffTask, finishStaffTask } from '../../identity/index.ts';
import type { AccountId, Ids, OrganisationId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';

const kind = 'successor-needed';

/** Staff name who takes over the people of a practice that closes. */
export const addSuccessorTask = (tx: Tx, ids: Ids, practice: OrganisationId, now: Date) =>
  addStaffTask(tx, ids, {
    kind,
    record: { type: 'organisation', id: practice },
    organisation: practice,
    now,
  });

/** Staff have nothing more to do about its people. False when nothing was open. */
export const finishSuccessorTask = (
  tx: Tx,
  organisation: OrganisationId,
  by: AccountId | null,
  now: Date,
): Promise<boolean> => finishStaffTask(tx, { kind, recordId: organisation, by, now });
