import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';

export interface Administered {
  practice: OrganisationId;
  name: string;
  member: MemberId;
}

/** The practices whose people somebody looks after at this moment, by their roles; in the order in which practices are held. */
export async function listAdministered(db: Queryable, account: AccountId): Promise<Administered[]> {
  const { rows } = await sql<Administered>`
    SELECT o.id AS practice, o.name, m.id AS member FROM member m JOIN organisation o ON o.id = m.organisation_id
     WHERE m.account_id = ${account} AND m.state = 'active'
       AND EXISTS (SELECT FROM membership held
                    WHERE held.account_id = m.account_id AND held.organisation_id = m.organisation_id AND held.ended_at IS NULL
                      AND held.service = 'portal' AND held.role IN ('main-contact', 'deputy'))
     ORDER BY o.id
  `.execute(db);
  return rows;
}

/** Of one account, where it is not removed; in the order in which practices are held. */
export const listMembersOf = async (db: Queryable, account: AccountId) =>
  (await db
    .selectFrom('member')
    .select(['id', 'organisation_id as practice'])
    .where('account_id', '=', account)
    .where('state', '<>', 'removed')
    .orderBy('organisation_id')
    .execute()) as { id: MemberId; practice: OrganisationId }[];

/** Open, registered, and with people: closed ones and those nobody ever joined need nobody. */
const needsSomebody = (today: string) => sql`
  o.registered_at IS NOT NULL AND o.status <> 'closed' AND (o.closed_on IS NULL OR o.closed_on > ${today}::date)
  AND EXISTS (SELECT FROM member m WHERE m.organisation_id = o.id)`;

const somebodyAdministers = sql`
  EXISTS (SELECT FROM member m
            JOIN account a ON a.id = m.account_id AND a.state IN ('active', 'invited')
            JOIN membership held ON held.account_id = a.id AND held.organisation_id = m.organisation_id
                 AND held.ended_at IS NULL AND held.service = 'portal' AND held.role IN ('main-contact', 'deputy')
           WHERE m.organisation_id = o.id AND m.state = 'active')`;

/** On leave counts: they are back on a day. */
const hasMainContact = sql`
  EXISTS (SELECT FROM member m
            JOIN member_role r ON r.member_id = m.id AND r.service = 'portal' AND r.role = 'main-contact'
            LEFT JOIN account a ON a.id = m.account_id
           WHERE m.organisation_id = o.id AND m.state <> 'removed' AND (a.id IS NULL OR a.state IN ('active', 'invited')))`;

const hadMainContact = sql`
  EXISTS (SELECT FROM membership held
           WHERE held.organisation_id = o.id AND held.service = 'portal' AND held.role = 'main-contact')`;

const taskIsOpen = sql`
  EXISTS (SELECT FROM staff_task t WHERE t.kind = 'no-administrator' AND t.record_id = o.id AND t.done_at IS NULL)`;

export interface Standing {
  needsSomebody: boolean;
  isAdministered: boolean;
  hasMainContact: boolean;
  hadMainContact: boolean;
  taskIsOpen: boolean;
  deputiesTold: boolean;
}

const standing = (today: string) => sql`
  SELECT o.id, ${needsSomebody(today)} AS "needsSomebody", ${somebodyAdministers} AS "isAdministered",
         ${hasMainContact} AS "hasMainContact", ${hadMainContact} AS "hadMainContact", ${taskIsOpen} AS "taskIsOpen",
         o.without_main_contact_since IS NOT NULL AS "deputiesTold"
    FROM organisation o`;

/** How a practice stands now. Call it while the practice is held. */
export async function findStanding(tx: Tx, practice: OrganisationId, today: string): Promise<Standing> {
  const { rows } = await sql<Standing>`${standing(today)} WHERE o.id = ${practice}`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('an organisation vanished while it was held');
  return row;
}

/** Practices whose task, or whose word to the deputies, does not say what is so. */
export async function listUnsettled(db: Queryable, today: string, atMost: number): Promise<OrganisationId[]> {
  const { rows } = await sql<{ id: OrganisationId }>`
    SELECT s.id FROM (${standing(today)} WHERE o.registered_at IS NOT NULL AND o.kind = 'practice') s
     WHERE s."taskIsOpen" <> (s."needsSomebody" AND NOT s."isAdministered")
        OR s."deputiesTold" <> (s."needsSomebody" AND s."isAdministered" AND s."hadMainContact" AND NOT s."hasMainContact")
     ORDER BY s.id LIMIT ${atMost}
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** Null once there is a main contact, or nobody to tell. */
export const markWithoutMainContact = (tx: Tx, practice: OrganisationId, since: Date | null) =>
  tx
    .updateTable('organisation')
    .set({ without_main_contact_since: since })
    .where('id', '=', practice)
    .execute();
