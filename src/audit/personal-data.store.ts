import type { AccountId } from '../kernel/ids.ts';
import type { Queryable } from '../platform/database/database.ts';

/** More than anybody reads; the newest are what is asked about. */
const mostCollected = 10_000;

/** What happened to one account, newest first, without who did it where that was somebody else. */
export const listEventsOfPerson = (db: Queryable, person: AccountId) =>
  db
    .selectFrom('audit_event')
    .select([
      'id',
      'at',
      'action',
      'actor_id',
      'actor_kind',
      'organisation_id',
      'record_type',
      'reason',
      'sealed_detail',
    ])
    .where('subject_id', '=', person)
    .orderBy('at', 'desc')
    .orderBy('position', 'desc')
    .limit(mostCollected)
    .execute();
