import type { AccountId, Id, OrganisationId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/words.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { MemberId } from '../members/member.ts';
import type { Authoriser, Confirmed, WhyGone } from './main-contact-request.ts';

export interface NewRequest {
  id: Id<'main-contact-request'>;
  reference: string;
  practice: OrganisationId;
  fullName: string;
  email: { typed: string; canonical: string };
  phone: string;
  language: Language;
  why: WhyGone;
  authoriser: { kind: Authoriser; name: string };
  now: Date;
}

/** False while a request from this address waits. */
export const addRequest = async (tx: Tx, request: NewRequest): Promise<boolean> =>
  (await tx
    .insertInto('main_contact_request')
    .values({
      id: request.id,
      reference: request.reference,
      organisation_id: request.practice,
      state: 'waiting',
      full_name: request.fullName,
      email_typed: request.email.typed,
      email_canonical: request.email.canonical,
      phone: request.phone,
      language: request.language,
      reason: request.why,
      authoriser: request.authoriser.kind,
      authoriser_name: request.authoriser.name,
      created_at: request.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()) !== undefined;

export const findWaitingReference = async (
  tx: Tx,
  practice: OrganisationId,
  canonical: string,
): Promise<string> =>
  (
    await tx
      .selectFrom('main_contact_request')
      .select('reference')
      .where('organisation_id', '=', practice)
      .where('email_canonical', '=', canonical)
      .where('state', '=', 'waiting')
      .executeTakeFirstOrThrow()
  ).reference;

const waiting = (tx: Tx, id: string) =>
  tx.updateTable('main_contact_request').where('id', '=', id).where('state', '=', 'waiting').returning('id');

type Changing = ReturnType<typeof waiting>;

const isDone = async (change: Pick<Changing, 'executeTakeFirst'>): Promise<boolean> =>
  (await change.executeTakeFirst()) !== undefined;

/** Any earlier link stops working. */
export const keepMailboxLink = (tx: Tx, id: string, hash: string, expiresAt: Date) =>
  isDone(waiting(tx, id).set({ secret_hash: hash, link_expires_at: expiresAt }));

/** Any earlier letter's code stops working. */
export const keepLetterCode = (tx: Tx, id: string, mac: string, now: Date) =>
  isDone(waiting(tx, id).set({ letter_code_mac: mac, letter_code_made_at: now }));

/** Uses the link up in the statement that writes the answer down, so that two answers cannot both count. */
export const keepMailboxAnswer = (tx: Tx, id: string, hash: string, answer: 'yes' | 'no', now: Date) =>
  isDone(
    waiting(tx, id)
      .set({
        secret_hash: null,
        ...(answer === 'yes' ? { confirmed_at: now, confirmed_how: 'mailbox' } : { denied_at: now }),
      })
      .where('secret_hash', '=', hash)
      .where('link_expires_at', '>', now),
  );

/** Uses up the code of a letter. */
export const keepLetterAnswer = (tx: Tx, id: string, mac: string, now: Date) =>
  isDone(
    waiting(tx, id)
      .set({ confirmed_at: now, confirmed_how: 'letter' satisfies Confirmed, letter_code_mac: null })
      .where('letter_code_mac', '=', mac),
  );

/** Whoever objected first stays its author. */
export const keepObjection = (tx: Tx, id: string, objection: { text: string; by: AccountId; now: Date }) =>
  isDone(
    waiting(tx, id).set((eb) => ({
      objection: objection.text,
      objected_by: eb.fn.coalesce('objected_by', eb.val(objection.by)),
      objected_at: objection.now,
    })),
  );

export const keepAuthoriserCheck = (tx: Tx, id: string, check: { note: string; by: AccountId; now: Date }) =>
  isDone(
    waiting(tx, id).set({
      authoriser_note: check.note,
      authoriser_checked_by: check.by,
      authoriser_checked_at: check.now,
    }),
  );

/** One statement decides who was first. */
export const keepDecision = (
  tx: Tx,
  id: string,
  decision: { state: 'approved' | 'refused'; reason: string | null; by: AccountId; now: Date },
) =>
  isDone(
    waiting(tx, id).set({
      state: decision.state,
      decision_reason: decision.reason,
      decided_by: decision.by,
      decided_at: decision.now,
      secret_hash: null,
      letter_code_mac: null,
    }),
  );

/** Requests of which those who administer now have not heard. */
export const listUntold = async (db: Queryable, atMost: number): Promise<string[]> =>
  (
    await db
      .selectFrom('main_contact_request')
      .select('id')
      .where('administrators_told_at', 'is', null)
      .where('state', '=', 'waiting')
      .orderBy('created_at')
      .limit(atMost)
      .execute()
  ).map(({ id }) => id);

export const markTold = (tx: Tx, id: string, now: Date) =>
  isDone(waiting(tx, id).set({ administrators_told_at: now }).where('administrators_told_at', 'is', null));

/** A main contact belongs to the whole practice, and is there. */
export const makeWhole = (tx: Tx, member: MemberId, today: string) =>
  tx
    .updateTable('member')
    .set((eb) => ({
      branch_id: null,
      state: 'active',
      returns_on: null,
      starts_on: eb.case().when('starts_on', '>', today).then(null).else(eb.ref('starts_on')).end(),
    }))
    .where('id', '=', member)
    .execute();
