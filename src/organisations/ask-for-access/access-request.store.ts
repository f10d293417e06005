import { sql } from 'kysely';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/words.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { AccessRequestId } from '../access-request.ts';

export interface NewAccessRequest {
  id: AccessRequestId;
  organisationId: OrganisationId;
  branchId: OrganisationId | null;
  accountId: AccountId | null;
  fullName: string;
  email: { typed: string; canonical: string };
  note: string;
  language: Language;
  now: Date;
}

/**
 * Writes down what was asked, and looks nothing up: whoever asks, the work is the same. While one waits, a second adds
 * nothing; except that the owner's own, asked while logged in, takes the place of what anybody may have typed.
 */
export const addAccessRequest = (tx: Tx, request: NewAccessRequest) =>
  tx
    .insertInto('access_request')
    .values({
      id: request.id,
      organisation_id: request.organisationId,
      branch_id: request.branchId,
      account_id: request.accountId,
      full_name: request.fullName,
      email_typed: request.email.typed,
      email_canonical: request.email.canonical,
      note: request.note,
      language: request.language,
      created_at: request.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'email_canonical'])
        .where(sql<boolean>`state = 'waiting'`)
        .doUpdateSet((eb) => ({
          branch_id: eb.ref('excluded.branch_id'),
          account_id: eb.ref('excluded.account_id'),
          full_name: eb.ref('excluded.full_name'),
          note: eb.ref('excluded.note'),
          language: eb.ref('excluded.language'),
          passed_on_at: null,
        }))
        .where('access_request.account_id', 'is', null)
        .where('excluded.account_id' as 'access_request.account_id', 'is not', null),
    )
    .execute();

/** Requests that nobody was told of yet, the oldest first. */
export const listToPassOn = async (db: Queryable, atMost: number): Promise<string[]> =>
  (
    await db
      .selectFrom('access_request')
      .select('id')
      .where('passed_on_at', 'is', null)
      .where('state', '=', 'waiting')
      .orderBy('created_at')
      .limit(atMost)
      .execute()
  ).map(({ id }) => id);

/** Marks a request as passed on, so that two nodes never pass on the same one. */
export const takeAccessRequest = (tx: Tx, id: string, now: Date) =>
  tx
    .updateTable('access_request')
    .set({ passed_on_at: now })
    .where('id', '=', id)
    .where('passed_on_at', 'is', null)
    .where('state', '=', 'waiting')
    .returning([
      'id',
      'organisation_id as organisationId',
      'branch_id as branchId',
      'full_name as fullName',
      'email_typed as email',
      'email_canonical as canonical',
      'account_id as accountId',
      'note',
    ])
    .executeTakeFirst();

export type TakenRequest = NonNullable<Awaited<ReturnType<typeof takeAccessRequest>>>;

/**
 * Whoever this address is or was known by there: its owner, if they belong or belonged to the practice or a branch of it,
 * or whom it was invited for and did not accept.
 */
export async function findOwnPerson(
  db: Queryable,
  practice: OrganisationId,
  canonical: string,
): Promise<OwnPerson | undefined> {
  const { rows } = await sql<OwnPerson>`
    SELECT a.id AS "accountId", a.full_name AS "fullName", e.typed AS email, a.preferred_language AS language
      FROM account_email e JOIN account a ON a.id = e.account_id
     WHERE e.canonical = ${canonical} AND e.state = 'current' AND a.state <> 'closed'
       AND (EXISTS (SELECT FROM member m WHERE m.organisation_id = ${practice} AND m.account_id = a.id)
            OR EXISTS (SELECT FROM membership held JOIN organisation o ON o.id = held.organisation_id
                        WHERE held.account_id = a.id AND (o.id = ${practice} OR o.parent_id = ${practice})))
    UNION ALL
    (SELECT NULL, m.full_name, m.email_typed, NULL
       FROM member m
      WHERE m.organisation_id = ${practice} AND m.account_id IS NULL AND m.email_canonical = ${canonical}
      ORDER BY m.created_at DESC LIMIT 1)
     LIMIT 1
  `.execute(db);
  return rows[0];
}

export interface OwnPerson {
  accountId: AccountId | null;
  fullName: string;
  email: string;
  language: Language | null;
}
