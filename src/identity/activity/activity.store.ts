import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

export interface OwnEvent {
  action: string;
  at: Date;
  /** Who did it, as far as the owner of the account is told. */
  by: 'you' | 'person' | 'staff' | 'system' | 'anyone';
  /** Which role the member of staff held then; never who it was. */
  staffRole: string | null;
  /** The owner's own device; nobody else's. */
  device: string | null;
  reason: string | null;
}

/** What happened to a person's account, newest first. */
export async function listOwnEvents(
  db: Queryable,
  owner: AccountId,
  { from, atMost }: { from: number; atMost: number },
): Promise<OwnEvent[]> {
  const { rows } = await sql<OwnEvent>`
    SELECT e.action, e.at, ${toldReason} AS reason,
           CASE WHEN e.actor_id = e.subject_id THEN 'you' ELSE e.actor_kind END AS by,
           CASE WHEN e.actor_kind = 'staff' THEN (
             SELECT m.role FROM membership m
              WHERE m.account_id = e.actor_id AND m.service = 'support'
                AND m.since <= e.at AND (m.ended_at IS NULL OR m.ended_at > e.at)
              ORDER BY m.since DESC LIMIT 1) END AS "staffRole",
           d.description AS device
      FROM audit_event e
      LEFT JOIN session s ON s.id = e.session_id AND s.account_id = e.subject_id AND e.actor_id = e.subject_id
      LEFT JOIN device d ON d.id = s.device_id
     WHERE e.subject_id = ${owner}
     ORDER BY e.position DESC OFFSET ${from} LIMIT ${atMost}`.execute(db);
  return rows;
}

/** Never what somebody of their organisation gave as reason, nor our short names for why access to one ended. */
const toldReason = sql`
  CASE WHEN e.record_type IS DISTINCT FROM 'member'
        AND (e.actor_kind <> 'person' OR e.actor_id = e.subject_id) THEN e.reason END`;

export const countOwnEvents = async (db: Queryable, owner: AccountId): Promise<number> =>
  (
    await db
      .selectFrom('audit_event')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('subject_id', '=', owner)
      .executeTakeFirstOrThrow()
  ).count;
