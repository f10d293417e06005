import { sql } from 'kysely';
import type { AccountId, Id, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';
import type { Afterwards, Colleague, Handover, HandoverEnd } from './handover.ts';

const offers = (db: Queryable) =>
  db
    .selectFrom('handover')
    .innerJoin('member as giver', 'giver.id', 'handover.from_member')
    .innerJoin('member as taker', 'taker.id', 'handover.to_member')
    .innerJoin('account as giving', 'giving.id', 'giver.account_id')
    .innerJoin('account as taking', 'taking.id', 'taker.account_id')
    .select([
      'handover.id',
      'handover.organisation_id as practice',
      'handover.from_member as fromMember',
      'giving.id as fromAccount',
      'giving.full_name as fromName',
      'handover.to_member as toMember',
      'taking.id as toAccount',
      'taking.full_name as toName',
      'handover.afterwards',
      'handover.expires_at as expiresAt',
    ])
    .where('handover.state', '=', 'offered');

type OfferRow = Awaited<ReturnType<ReturnType<typeof offers>['executeTakeFirstOrThrow']>>;

const asHandover = (row: OfferRow): Handover => ({
  id: row.id as Id<'handover'>,
  from: { member: row.fromMember as MemberId, account: row.fromAccount as AccountId, name: row.fromName },
  to: { member: row.toMember as MemberId, account: row.toAccount as AccountId, name: row.toName },
  afterwards: row.afterwards as Afterwards,
  expiresAt: row.expiresAt,
});

/** The one offer of a practice, while it can be answered. */
export async function findOffer(
  db: Queryable,
  practice: OrganisationId,
  now: Date,
): Promise<Handover | undefined> {
  const row = await offers(db)
    .where('handover.organisation_id', '=', practice)
    .where('handover.expires_at', '>', now)
    .executeTakeFirst();
  return row && asHandover(row);
}

/** Offers whose time is over. */
export async function listLapsed(
  db: Queryable,
  now: Date,
  atMost: number,
): Promise<{ practice: OrganisationId; offer: Handover }[]> {
  const rows = await offers(db)
    .where('handover.expires_at', '<=', now)
    .orderBy('handover.expires_at')
    .limit(atMost)
    .execute();
  return rows.map((row) => ({ practice: row.practice as OrganisationId, offer: asHandover(row) }));
}

export interface NewOffer {
  id: Id<'handover'>;
  practice: OrganisationId;
  from: MemberId;
  to: MemberId;
  afterwards: Afterwards;
  now: Date;
  expiresAt: Date;
}

/** False while another offer of the practice waits. */
export const addOffer = async (tx: Tx, offer: NewOffer): Promise<boolean> =>
  (await tx
    .insertInto('handover')
    .values({
      id: offer.id,
      organisation_id: offer.practice,
      from_member: offer.from,
      to_member: offer.to,
      state: 'offered',
      afterwards: offer.afterwards,
      offered_at: offer.now,
      expires_at: offer.expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

/** One statement decides how an offer ends. False when it is over already. */
export const endOffer = async (tx: Tx, id: Id<'handover'>, end: HandoverEnd, now: Date): Promise<boolean> =>
  (await tx
    .updateTable('handover')
    .set({ state: end, ended_at: now })
    .where('id', '=', id)
    .where('state', '=', 'offered')
    .returning('id')
    .executeTakeFirst()) !== undefined;

/** Everybody of the whole practice who has access now and can log in, deputies first. */
export async function listColleagues(
  db: Queryable,
  practice: OrganisationId,
  except: AccountId,
): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    SELECT m.id, a.full_name AS "fullName", e.typed AS email,
           bool_or(held.service = 'portal' AND held.role = 'deputy') AS "isDeputy"
      FROM member m
      JOIN account a ON a.id = m.account_id AND a.state = 'active'
      JOIN account_email e ON e.account_id = a.id AND e.state = 'current'
      JOIN membership held ON held.account_id = a.id AND held.organisation_id = m.organisation_id AND held.ended_at IS NULL
     WHERE m.organisation_id = ${practice} AND m.state = 'active' AND m.branch_id IS NULL AND a.id <> ${except}
     GROUP BY m.id, a.full_name, e.typed
     ORDER BY bool_or(held.service = 'portal' AND held.role = 'deputy') DESC, a.full_name, m.id
  `.execute(db);
  return rows;
}
