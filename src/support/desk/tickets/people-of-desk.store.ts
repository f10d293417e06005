import { type SqlBool, sql } from 'kysely';
import type { AccountId } from '../../../kernel/ids.ts';
import type { Queryable } from '../../../platform/database/database.ts';
import type { NoticeId, TeamId } from '../../tickets/ticket.ts';

export interface DeskMember {
  id: AccountId;
  name: string;
  role: string;
}

/** Staff whom a ticket can be given to; of those, accounts staff only about payments. */
export const listAssignees = (db: Queryable, subjectKey?: string): Promise<DeskMember[]> =>
  db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .select(['account.id', 'account.full_name as name', 'membership.role'])
    .where('membership.service', '=', 'support')
    .where('membership.ended_at', 'is', null)
    .where('membership.role', 'in', ['agent', 'senior', 'accounts', 'administrator'])
    .where('account.state', '=', 'active')
    .$if(subjectKey !== undefined && subjectKey !== 'payments', (query) =>
      query.where('membership.role', '<>', 'accounts'),
    )
    .orderBy('account.full_name')
    .orderBy('account.id')
    .$castTo<DeskMember>()
    .execute();

export const listTeams = (db: Queryable): Promise<{ id: TeamId; name: string }[]> =>
  db
    .selectFrom('team')
    .select(['id', 'name'])
    .where('ended_at', 'is', null)
    .orderBy('name')
    .$castTo<{ id: TeamId; name: string }>()
    .execute();

/** Trouble that is known now, which tickets can be tied to. */
export const listCurrentNotices = (
  db: Queryable,
  now: Date,
): Promise<{ id: NoticeId; title: string; endedAt: Date | null }[]> =>
  db
    .selectFrom('service_notice')
    .select(['id', 'title', 'ended_at as endedAt'])
    .where('published_at', '<=', now)
    .where(sql<SqlBool>`ended_at IS NULL OR ended_at > ${now}::timestamptz - interval '14 days'`)
    .orderBy('published_at', 'desc')
    .limit(50)
    .$castTo<{ id: NoticeId; title: string; endedAt: Date | null }>()
    .execute();
