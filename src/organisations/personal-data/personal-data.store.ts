import { sql } from 'kysely';
import type { Queryable, Tx } from '../../platform/database/database.ts';

/** What was sent in with one of these addresses. */
export const listRegistrationsFrom = (db: Queryable, addresses: readonly string[]) =>
  db
    .selectFrom('registration')
    .innerJoin('organisation', 'organisation.id', 'registration.organisation_id')
    .select([
      'registration.reference',
      'organisation.name as organisation',
      'organisation.code',
      'registration.state',
      'registration.full_name as fullName',
      'registration.email_typed as email',
      'registration.phone',
      'registration.mailbox',
      'registration.created_at as createdAt',
      'registration.checked_how as checkedHow',
      'registration.decided_at as decidedAt',
      'registration.decision_reason as decisionReason',
    ])
    .where('registration.email_canonical', 'in', addresses)
    .orderBy('registration.created_at')
    .execute();

/** Blanks who sent a registration and keeps what was decided about the organisation; one that waits goes whole. */
export async function eraseRegistrationsFrom(tx: Tx, addresses: readonly string[]): Promise<void> {
  const waiting = await tx
    .deleteFrom('registration')
    .where('email_canonical', 'in', addresses)
    .where('state', '=', 'waiting')
    .returning('id')
    .execute();
  await removeTasks(
    tx,
    waiting.map(({ id }) => id),
  );
  await tx
    .updateTable('registration')
    .set({
      full_name: '',
      email_typed: '',
      email_canonical: '',
      phone: '',
      checked_note: null,
      mailbox: withoutOwn(addresses),
    })
    .where('email_canonical', 'in', addresses)
    .execute();
}

/** A batch of registrations decided so long ago, with the tasks they were. */
export async function removePastRegistrations(tx: Tx, decidedBefore: Date, atMost: number): Promise<number> {
  const removed = await tx
    .deleteFrom('registration')
    .where('id', 'in', (eb) =>
      eb.selectFrom('registration').select('id').where('decided_at', '<', decidedBefore).limit(atMost),
    )
    .returning('id')
    .execute();
  await removeTasks(
    tx,
    removed.map(({ id }) => id),
  );
  return removed.length;
}

/** A practice's mailbox stays, unless it was the person's own address. */
const withoutOwn = (addresses: readonly string[]) =>
  sql<string>`CASE WHEN lower(mailbox) = ANY(${addresses}) THEN '' ELSE mailbox END`;

async function removeTasks(tx: Tx, registrations: string[]): Promise<void> {
  if (registrations.length === 0) return;
  await tx
    .deleteFrom('staff_task')
    .where('record_type', '=', 'registration')
    .where('record_id', 'in', registrations)
    .execute();
}
