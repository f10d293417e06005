import { sql } from 'kysely';
import type { Realm } from '../../kernel/actor.ts';
import type { AccountId, MessageId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';

export interface NewSentCode {
  id: string;
  accountId: AccountId;
  realm: Realm;
  /** The session or waiting log in that asked for it, and that alone can use it. */
  boundTo: string;
  /** The factor, or the set-up, that it proves. */
  target: string;
  codeMac: string;
  messageId: MessageId;
  now: Date;
  expiresAt: Date;
}

/** Takes the place of an earlier code that was sent for the same thing. */
export async function addSentCode(tx: Tx, code: NewSentCode): Promise<void> {
  await tx
    .updateTable('sent_code')
    .set({ replaced_at: code.now })
    .where('bound_to', '=', code.boundTo)
    .where('target', '=', code.target)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .execute();
  await tx
    .insertInto('sent_code')
    .values({
      id: code.id,
      account_id: code.accountId,
      realm: code.realm,
      bound_to: code.boundTo,
      target: code.target,
      code_mac: code.codeMac,
      message_id: code.messageId,
      created_at: code.now,
      expires_at: code.expiresAt,
    })
    .execute();
}

export interface LiveCode {
  id: string;
  codeMac: string;
}

/** The one code that works now for this browser and this target. */
export const findLiveCode = (db: Queryable, of: { boundTo: string; target: string; now: Date }) =>
  db
    .selectFrom('sent_code')
    .select(['id', 'code_mac as codeMac'])
    .where('bound_to', '=', of.boundTo)
    .where('target', '=', of.target)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .where('expires_at', '>', of.now)
    .$castTo<LiveCode>()
    .executeTakeFirst();

/** One statement, so that a code works once. */
export const useSentCode = async (tx: Tx, id: string, now: Date): Promise<boolean> =>
  (await tx
    .updateTable('sent_code')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined;

/** After too many wrong codes none of those under way works any more. */
export const voidSentCodes = (tx: Tx, account: AccountId, realm: Realm, now: Date) =>
  tx
    .updateTable('sent_code')
    .set({ replaced_at: now })
    .where('account_id', '=', account)
    .where('realm', '=', realm)
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .execute();

/** How many codes went to this target since one was last used, and when the last of them did. */
export async function sentLately(
  db: Queryable,
  { target, since }: { target: string; since: Date },
): Promise<{ count: number; lastAt: Date | null }> {
  const { rows } = await sql<{ count: number; lastAt: Date | null }>`
    SELECT count(*)::int AS count, max(created_at) AS "lastAt"
      FROM sent_code c
     WHERE target = ${target} AND created_at > ${since}
       AND created_at > coalesce((SELECT max(used_at) FROM sent_code u WHERE u.target = c.target), '-infinity')`.execute(
    db,
  );
  return rows[0] ?? { count: 0, lastAt: null };
}

/** The last code sent to this browser for this target: when, and the message it went by. */
export const findLastSent = (db: Queryable, of: { boundTo: string; target: string }) =>
  db
    .selectFrom('sent_code')
    .select(['created_at as sentAt', 'expires_at as expiresAt', 'message_id as messageId'])
    .where('bound_to', '=', of.boundTo)
    .where('target', '=', of.target)
    .orderBy('created_at', 'desc')
    .limit(1)
    .$narrowType<{ messageId: MessageId }>()
    .executeTakeFirst();

export const removePastCodes = (db: Queryable, expiredBefore: Date) =>
  db.deleteFrom('sent_code').where('expires_at', '<', expiredBefore).execute();
