import type { Queryable } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';

/** What was said about somebody having left, and nobody answered yet; to themselves only what they said. */
export const listLeaverReports = (db: Queryable, member: MemberId, { isSelf }: { isSelf: boolean }) =>
  db
    .selectFrom('leaver_report')
    .leftJoin('account', 'account.id', 'leaver_report.said_by')
    .select((eb) => [
      'leaver_report.is_own as isOwn',
      'leaver_report.note',
      'leaver_report.created_at as at',
      eb.fn.coalesce('account.full_name', 'leaver_report.said_by_name').as('by'),
    ])
    .where('leaver_report.member_id', '=', member)
    .where('leaver_report.resolved_at', 'is', null)
    .$if(isSelf, (query) => query.where('leaver_report.is_own', '=', true))
    .orderBy('leaver_report.created_at')
    .execute();
