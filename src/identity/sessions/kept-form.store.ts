import { sql } from 'kysely';
import type { Realm } from '../../kernel/actor.ts';
import type { AccountId, Id } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';

export type KeptFormId = Id<'kept-form'>;

interface NewKeptForm {
  id: KeptFormId;
  secretHash: string;
  owner: AccountId;
  realm: Realm;
  address: string;
  sealed: Buffer;
  now: Date;
  expiresAt: Date;
}

export const addKeptForm = (tx: Tx, form: NewKeptForm) =>
  tx
    .insertInto('kept_form')
    .values({
      id: form.id,
      secret_hash: form.secretHash,
      account_id: form.owner,
      realm: form.realm,
      address: form.address,
      sealed_values: form.sealed,
      created_at: form.now,
      expires_at: form.expiresAt,
    })
    .execute();

/** However often somebody sends late, only the newest few are kept. */
export const removeOlderKeptForms = (tx: Tx, owner: AccountId, newest: number) =>
  sql`DELETE FROM kept_form WHERE account_id = ${owner} AND id NOT IN
        (SELECT id FROM kept_form WHERE account_id = ${owner} ORDER BY created_at DESC, id DESC LIMIT ${newest})`.execute(
    tx,
  );

export const findKeptForm = async (
  db: Queryable,
  form: { secretHash: string; owner: AccountId; realm: Realm; address: string },
  now: Date,
) =>
  (await db
    .selectFrom('kept_form')
    .select(['id', 'sealed_values as sealed'])
    .where('secret_hash', '=', form.secretHash)
    .where('account_id', '=', form.owner)
    .where('realm', '=', form.realm)
    .where('address', '=', form.address)
    .where('expires_at', '>', now)
    .executeTakeFirst()) as { id: KeptFormId; sealed: Buffer } | undefined;

export const removeKeptForm = (db: Queryable, secretHash: string, owner: AccountId) =>
  db.deleteFrom('kept_form').where('secret_hash', '=', secretHash).where('account_id', '=', owner).execute();

export const removePastKeptForms = (db: Queryable, now: Date) =>
  db.deleteFrom('kept_form').where('expires_at', '<=', now).execute();
