import type { Tx } from '../../platform/database/database.ts';

export interface NewRegistration {
  id: string;
  reference: string;
  organisationId: string;
  fullName: string;
  email: { typed: string; canonical: string };
  phone: string;
  mailbox: string;
  language: string;
  now: Date;
}

/** False when the same journey was sent before: two presses make one registration. */
export async function addRegistration(tx: Tx, registration: NewRegistration): Promise<boolean> {
  const added = await tx
    .insertInto('registration')
    .values({
      id: registration.id,
      reference: registration.reference,
      organisation_id: registration.organisationId,
      state: 'waiting',
      full_name: registration.fullName,
      email_typed: registration.email.typed,
      email_canonical: registration.email.canonical,
      phone: registration.phone,
      mailbox: registration.mailbox,
      language: registration.language,
      created_at: registration.now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export const findReference = async (tx: Tx, id: string): Promise<string> =>
  (await tx.selectFrom('registration').select('reference').where('id', '=', id).executeTakeFirstOrThrow())
    .reference;

export const keepMailboxLink = (tx: Tx, id: string, hash: string, expiresAt: Date) =>
  tx
    .updateTable('registration')
    .set({ mailbox_secret_hash: hash, mailbox_link_expires_at: expiresAt })
    .where('id', '=', id)
    .execute();
