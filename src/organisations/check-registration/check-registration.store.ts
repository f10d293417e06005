import type { Queryable } from '../../platform/database/database.ts';
import type { ListedState } from '../claims/listed-claim.ts';
import { findById } from '../places/organisation.store.ts';
import type { ListedRegistration, MadeRegistration, Registration, WayToCheck } from './registration.ts';

const mostListed = 100;

/** Waiting ones oldest first, decided ones newest first. */
export async function listRegistrations(db: Queryable, state: ListedState): Promise<ListedRegistration[]> {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['registration.id', 'reference', 'state', 'organisation.name', 'organisation.code'])
    .select(['registration.created_at', 'checked_at'])
    .where('state', state === 'waiting' ? '=' : '<>', 'waiting')
    .orderBy('registration.created_at', state === 'waiting' ? 'asc' : 'desc')
    .limit(mostListed)
    .execute();
  return rows.map(({ name, code, created_at, checked_at, ...row }) => ({
    ...row,
    practice: name,
    code: code ?? '',
    createdAt: created_at,
    isChecked: checked_at !== null,
  }));
}

export async function findRegistration(db: Queryable, id: string): Promise<Registration | undefined> {
  const row = await db
    .selectFrom('registration')
    .leftJoin('account as checker', 'checker.id', 'checked_by')
    .leftJoin('account as decider', 'decider.id', 'decided_by')
    .selectAll('registration')
    .select(['checker.full_name as checkerName', 'decider.full_name as deciderName'])
    .where('registration.id', '=', id)
    .executeTakeFirst();
  const practice = row && (await findById(db, row.organisation_id));
  if (!row || !practice) return undefined;
  return {
    id: row.id as Registration['id'],
    reference: row.reference,
    state: row.state,
    practice,
    fullName: row.full_name,
    email: { typed: row.email_typed, canonical: row.email_canonical },
    phone: row.phone,
    mailbox: row.mailbox,
    language: row.language,
    createdAt: row.created_at,
    letterMadeAt: row.letter_code_made_at ?? undefined,
    letterCodeMac: row.letter_code_mac ?? undefined,
    check:
      row.checked_at && row.checked_how
        ? {
            how: row.checked_how as WayToCheck,
            note: row.checked_note ?? '',
            by: row.checkerName ?? '',
            at: row.checked_at,
          }
        : undefined,
    decision: row.decided_at
      ? { by: row.deciderName ?? '', at: row.decided_at, reason: row.decision_reason ?? undefined }
      : undefined,
  };
}

/** What became of something that registrations are made of, like a ticket: they share its id. */
export const findRegistrationMade = (db: Queryable, id: string): Promise<MadeRegistration | undefined> =>
  db
    .selectFrom('registration')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['registration.id', 'reference', 'state', 'organisation.name as organisation'])
    .where('registration.id', '=', id)
    .executeTakeFirst();

export const countOthersWaiting = async (db: Queryable, registration: Registration): Promise<number> => {
  const { count } = await db
    .selectFrom('registration')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organisation_id', '=', registration.practice.id)
    .where('state', '=', 'waiting')
    .where('id', '<>', registration.id)
    .executeTakeFirstOrThrow();
  return Number(count);
};

/** The registration whose mailbox was sent this link, while the link lives. */
export const findByMailboxLink = async (
  db: Queryable,
  hash: string,
  now: Date,
): Promise<string | undefined> =>
  (
    await db
      .selectFrom('registration')
      .select('id')
      .where('mailbox_secret_hash', '=', hash)
      .where('mailbox_link_expires_at', '>', now)
      .where('state', '=', 'waiting')
      .executeTakeFirst()
  )?.id;
