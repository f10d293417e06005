import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { EndedBecause, MemberId } from './member.ts';

export interface MemberEnding {
  by: AccountId | null;
  because: EndedBecause;
  note: string | null;
  undoUntil: Date | null;
  now: Date;
}

/** False when it is over already. The name and address stay as they are now, whatever the account has later. */
export const markRemoved = async (tx: Tx, member: MemberId, ending: MemberEnding): Promise<boolean> =>
  (await tx
    .updateTable('member')
    .set({
      state: 'removed',
      ended_at: ending.now,
      ended_by: ending.by,
      ended_because: ending.because,
      ended_note: ending.note,
      undo_until: ending.undoUntil,
      full_name: sql`coalesce((SELECT a.full_name FROM account a WHERE a.id = member.account_id), member.full_name)`,
      email_typed: sql`coalesce((SELECT e.typed FROM account_email e
                                  WHERE e.account_id = member.account_id AND e.state = 'current'), member.email_typed)`,
    })
    .where('id', '=', member)
    .where('state', '<>', 'removed')
    .returning('id')
    .executeTakeFirst()) !== undefined;

/** Whatever the member offered or was offered is void. */
export const endHandoversOf = (tx: Tx, member: MemberId, now: Date) =>
  tx
    .updateTable('handover')
    .set({ state: 'withdrawn', ended_at: now })
    .where('state', '=', 'offered')
    .where((eb) => eb.or([eb('from_member', '=', member), eb('to_member', '=', member)]))
    .execute();

export const resolveLeaverReports = (tx: Tx, member: MemberId, by: AccountId | null, now: Date) =>
  tx
    .updateTable('leaver_report')
    .set({ resolved_at: now, resolved_by: by, resolution: 'removed' })
    .where('member_id', '=', member)
    .where('resolved_at', 'is', null)
    .execute();
