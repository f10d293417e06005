import type { OrganisationId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/words.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { ListedClaim, ListedState } from '../claims/listed-claim.ts';
import { findById } from '../places/organisation.store.ts';
import type { Authoriser, Confirmed, MainContactRequest, WhyGone } from './main-contact-request.ts';

/** A request by its id, by the reference its sender was given, or by the live link sent to the mailbox. */
export type RequestKey = { id: string } | { reference: string } | { linkHash: string; now: Date };

export async function findRequest(db: Queryable, key: RequestKey): Promise<MainContactRequest | undefined> {
  const row = await rowOf(db, key);
  const practice = row && (await findById(db, row.organisation_id));
  if (!row || !practice) return undefined;
  return {
    id: row.id as MainContactRequest['id'],
    reference: row.reference,
    practice,
    state: row.state as MainContactRequest['state'],
    fullName: row.full_name,
    email: { typed: row.email_typed, canonical: row.email_canonical },
    phone: row.phone ?? '',
    language: row.language as Language,
    why: row.reason as WhyGone,
    authoriser: { kind: row.authoriser as Authoriser, name: row.authoriser_name },
    createdAt: row.created_at,
    mailboxAskedUntil: row.link_expires_at ?? undefined,
    letter:
      row.letter_code_mac && row.letter_code_made_at
        ? { mac: row.letter_code_mac, madeAt: row.letter_code_made_at }
        : undefined,
    confirmed:
      row.confirmed_at && row.confirmed_how
        ? { how: row.confirmed_how as Confirmed, at: row.confirmed_at }
        : undefined,
    deniedAt: row.denied_at ?? undefined,
    objection: row.objected_at
      ? { by: row.objectorName ?? '', at: row.objected_at, text: row.objection ?? '' }
      : undefined,
    check: row.authoriser_checked_at
      ? { by: row.checkerName ?? '', at: row.authoriser_checked_at, note: row.authoriser_note ?? '' }
      : undefined,
    decision: row.decided_at
      ? { by: row.deciderName ?? '', at: row.decided_at, reason: row.decision_reason ?? undefined }
      : undefined,
  };
}

const rowOf = (db: Queryable, key: RequestKey) =>
  db
    .selectFrom('main_contact_request as r')
    .leftJoin('account as objector', 'objector.id', 'r.objected_by')
    .leftJoin('account as checker', 'checker.id', 'r.authoriser_checked_by')
    .leftJoin('account as decider', 'decider.id', 'r.decided_by')
    .selectAll('r')
    .select([
      'objector.full_name as objectorName',
      'checker.full_name as checkerName',
      'decider.full_name as deciderName',
    ])
    .where((eb) => {
      if ('id' in key) return eb('r.id', '=', key.id);
      if ('reference' in key) return eb('r.reference', '=', key.reference);
      return eb.and([
        eb('r.secret_hash', '=', key.linkHash),
        eb('r.link_expires_at', '>', key.now),
        eb('r.state', '=', 'waiting'),
      ]);
    })
    .executeTakeFirst();

const mostListed = 100;

export interface ListedRequest extends ListedClaim {
  state: MainContactRequest['state'];
  isConfirmed: boolean;
  /** Its mailbox, or somebody who can give access there, says that it is wrong. */
  isContested: boolean;
}

/** Waiting ones oldest first, decided ones newest first. */
export async function listRequests(db: Queryable, state: ListedState): Promise<ListedRequest[]> {
  const rows = await db
    .selectFrom('main_contact_request as r')
    .innerJoin('organisation', 'organisation.id', 'r.organisation_id')
    .select([
      'r.id',
      'r.reference',
      'r.state',
      'r.created_at',
      'r.confirmed_at',
      'r.objected_at',
      'r.denied_at',
    ])
    .select(['organisation.name', 'organisation.code'])
    .where('r.state', state === 'waiting' ? '=' : '<>', 'waiting')
    .orderBy('r.created_at', state === 'waiting' ? 'asc' : 'desc')
    .limit(mostListed)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    practice: row.name,
    code: row.code ?? '',
    state: row.state as ListedRequest['state'],
    createdAt: row.created_at,
    isConfirmed: row.confirmed_at !== null,
    isContested: row.objected_at !== null || row.denied_at !== null,
  }));
}

export const countOthersWaiting = async (
  db: Queryable,
  practice: OrganisationId,
  except: string,
): Promise<number> => {
  const { count } = await db
    .selectFrom('main_contact_request')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', practice)
    .where('state', '=', 'waiting')
    .where('id', '<>', except)
    .executeTakeFirstOrThrow();
  return Number(count);
};

/** When each of these members last acted for the practice. */
export const listLastUse = async (db: Queryable, members: readonly string[]) =>
  members.length === 0
    ? []
    : db.selectFrom('member').select(['id', 'last_used_at as at']).where('id', 'in', members).execute();
