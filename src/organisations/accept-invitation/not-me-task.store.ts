import type { Ids } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Invitation } from './invitation.ts';

/** Somebody was invited who does not know by whom: staff look at it, because the inviter may be misled, or misleading. */
export const addNotMeTask = (tx: Tx, ids: Ids, { memberId, practiceId }: Invitation, now: Date) =>
  tx
    .insertInto('staff_task')
    .values({
      id: ids.next(),
      reference: ids.reference(),
      kind: 'invitation-not-me',
      record_type: 'member',
      record_id: memberId,
      organisation_id: practiceId,
      created_at: now,
    })
    .execute();
