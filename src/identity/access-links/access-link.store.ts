import { sql } from 'kysely';
import type { Realm } from '../../kernel/actor.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { AccessLinkId, EmailChangeId, LinkPurpose } from './access-link.ts';

interface NewLink {
  id: AccessLinkId;
  accountId: AccountId;
  purpose: LinkPurpose;
  realm: Realm;
  secretHash: string;
  codeMac: string;
  now: Date;
  expiresAt: Date;
  emailChangeId?: EmailChangeId;
}

export const addLink = (tx: Tx, link: NewLink) =>
  tx
    .insertInto('access_link')
    .values({
      id: link.id,
      account_id: link.accountId,
      purpose: link.purpose,
      realm: link.realm,
      secret_hash: link.secretHash,
      code_mac: link.codeMac,
      created_at: link.now,
      expires_at: link.expiresAt,
      email_change_id: link.emailChangeId ?? null,
    })
    .execute();

/** Takes the account's row first, so that two requests at once replace one another in turn. */
export async function replaceLinks(
  tx: Tx,
  link: { accountId: AccountId; purpose: LinkPurpose; realm: Realm },
  now: Date,
): Promise<void> {
  await tx.selectFrom('account').select('id').where('id', '=', link.accountId).forNoKeyUpdate().execute();
  await tx
    .updateTable('access_link')
    .set({ replaced_at: now })
    .where('account_id', '=', link.accountId)
    .where('purpose', '=', link.purpose)
    .where('realm', '=', link.realm)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .execute();
}

/**
 * Makes every link an account was sent worthless, for one realm or for all; but never one that stops an email change,
 * which whoever made that change would like to be rid of.
 */
export async function voidLinks(tx: Tx, account: AccountId, now: Date, realm?: Realm): Promise<void> {
  let links = tx
    .updateTable('access_link')
    .set({ replaced_at: now })
    .where('account_id', '=', account)
    .where('purpose', 'not in', ['stop-email-change', 'not-me'])
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null);
  if (realm) links = links.where('realm', '=', realm);
  await links.execute();
}

export const findLinkByHash = (db: Queryable, hash: string, purpose: LinkPurpose) =>
  db
    .selectFrom('access_link')
    .innerJoin('account', 'account.id', 'access_link.account_id')
    .innerJoin('account_email', (join) =>
      join.onRef('account_email.account_id', '=', 'account.id').on('account_email.state', '=', 'current'),
    )
    .select([
      'account_email.typed as email',
      'access_link.id',
      'access_link.account_id as accountId',
      'access_link.realm',
      'access_link.used_at as usedAt',
      'access_link.replaced_at as replacedAt',
      'access_link.created_at as createdAt',
      'access_link.expires_at as expiresAt',
      'account.full_name as fullName',
    ])
    .where('secret_hash', '=', hash)
    .where('purpose', '=', purpose)
    .executeTakeFirst();

/** Uses up a link in one statement, so two clicks cannot both succeed. */
export const consumeLink = async (tx: Tx, hash: string, purpose: LinkPurpose, now: Date) =>
  (await tx
    .updateTable('access_link')
    .set({ used_at: now })
    .where('secret_hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['account_id as accountId', 'realm'])
    .executeTakeFirst()) as { accountId: AccountId; realm: Realm } | undefined;

/** Undoes the use of a link within the transaction that used it, when what it was used for could not be done. */
export const giveLinkBack = (tx: Tx, hash: string) =>
  tx.updateTable('access_link').set({ used_at: null }).where('secret_hash', '=', hash).execute();

interface TriedLink {
  id: string;
  accountId: AccountId;
  codeMac: string;
}

/** Who types a code: whoever logs in with an address, or a person who is logged in. */
export type CodeOwner = { email: string } | { accountId: AccountId };

const ownerOf = (whose: CodeOwner) =>
  'email' in whose
    ? sql`(SELECT account_id FROM login_name WHERE canonical = ${whose.email} AND kind = 'email')`
    : sql`${whose.accountId}`;

/** Takes one try at the newest link of the owner; nothing when there is none or no try is left. */
export async function takeCodeTry(
  db: Queryable,
  whose: CodeOwner,
  purpose: LinkPurpose,
  tries: number,
  now: Date,
): Promise<TriedLink | undefined> {
  const { rows } = await sql<TriedLink>`
    UPDATE access_link SET code_tries = code_tries + 1
     WHERE id = (SELECT l.id FROM access_link l
                  WHERE l.account_id = ${ownerOf(whose)} AND l.purpose = ${purpose} AND l.used_at IS NULL AND l.replaced_at IS NULL
                    AND l.expires_at > ${now} ORDER BY l.created_at DESC LIMIT 1)
       AND code_tries < ${tries} AND used_at IS NULL AND replaced_at IS NULL
    RETURNING id, account_id AS "accountId", code_mac AS "codeMac"
  `.execute(db);
  return rows[0];
}

/** What a code is kept as once it was exchanged: known again, and worth nothing as a code. */
export const exchangedCode = (mac: string): string => `exchanged:${mac}`;

/** Gives the link a new secret in exchange for its code; the code and the mailed link are void from then on. */
export const exchangeLink = (db: Queryable, link: TriedLink, secretHash: string, now: Date) =>
  db
    .updateTable('access_link')
    .set({ secret_hash: secretHash, code_mac: exchangedCode(link.codeMac) })
    .where('id', '=', link.id)
    .where('code_mac', '=', link.codeMac)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst();
