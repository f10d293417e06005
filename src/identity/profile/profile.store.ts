import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/words.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';

export const contactNeeds = ['large-print', 'no-calls', 'text-relay', 'interpreter'] as const;
export type ContactNeed = (typeof contactNeeds)[number];

export interface Profile {
  fullName: string;
  phone: string | null;
  addressLines: string[];
  postcode: string | null;
  username: string | null;
  language: Language | null;
  contactNeeds: ContactNeed[];
  interpreterLanguage: string | null;
}

/** What a person says of themselves. */
export async function findProfile(db: Queryable, account: AccountId): Promise<Profile | undefined> {
  const { rows } = await sql<Profile>`
    SELECT a.full_name AS "fullName", a.phone, a.address_lines AS "addressLines", a.postcode, u.typed AS username,
           a.preferred_language AS language, a.contact_needs AS "contactNeeds",
           a.interpreter_language AS "interpreterLanguage"
      FROM account a
      LEFT JOIN login_name u ON u.account_id = a.id AND u.kind = 'username' AND u.retired_at IS NULL
     WHERE a.id = ${account}
  `.execute(db);
  return rows[0];
}

export interface ProfileColumns {
  full_name?: string;
  phone?: string | null;
  phone_dialled?: string | null;
  address_lines?: string[];
  postcode?: string | null;
  preferred_language?: string;
  contact_needs?: string[];
  interpreter_language?: string | null;
}

export const updateProfile = (tx: Tx, account: AccountId, columns: ProfileColumns) =>
  tx.updateTable('account').set(columns).where('id', '=', account).execute();

/** Nobody ever has a retired username again. Gives the one that was retired. */
export const retireUsername = async (tx: Tx, account: AccountId, now: Date): Promise<string | undefined> =>
  (
    await tx
      .updateTable('login_name')
      .set({ retired_at: now })
      .where('account_id', '=', account)
      .where('kind', '=', 'username')
      .where('retired_at', 'is', null)
      .returning('canonical')
      .executeTakeFirst()
  )?.canonical;

/** Undoes the retirement when the new name turned out to be taken. */
export const keepUsername = (tx: Tx, canonical: string) =>
  tx.updateTable('login_name').set({ retired_at: null }).where('canonical', '=', canonical).execute();

/** The same name spelt otherwise: only its letter case differs. */
export const respellUsername = async (
  tx: Tx,
  account: AccountId,
  { canonical, typed }: { canonical: string; typed: string },
): Promise<boolean> =>
  (await tx
    .updateTable('login_name')
    .set({ typed })
    .where('account_id', '=', account)
    .where('canonical', '=', canonical)
    .where('retired_at', 'is', null)
    .returning('canonical')
    .executeTakeFirst()) !== undefined;
