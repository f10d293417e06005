import { addStaffTask, finishStaffTask } from '../../identity/index.ts';
import type { Ids, OrganisationId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';

const kind = 'no-administrator';

/** Nobody is left to look after a practice's people: staff have to. */
export const addNoAdministratorTask = (tx: Tx, ids: Ids, practice: OrganisationId, now: Date) =>
  addStaffTask(tx, ids, {
    kind,
    record: { type: 'organisation', id: practice },
    organisation: practice,
    now,
  });

/** Somebody does again. */
export const finishNoAdministratorTask = (tx: Tx, practice: OrganisationId, now: Date) =>
  finishStaffTask(tx, { kind, recordId: practice, by: null, now });
