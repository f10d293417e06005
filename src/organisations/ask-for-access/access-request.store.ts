import type { AccountId, Id, OrganisationId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';

export interface NewAccessRequest {
  id: Id<'access-request'>;
  organisationId: OrganisationId;
  fullName: string;
  email: { typed: string; canonical: string };
  now: Date;
}

/** Writes down what was asked, and looks nothing up: whoever asks, the work is the same. */
export const addAccessRequest = (tx: Tx, request: NewAccessRequest) =>
  tx
    .insertInto('access_request')
    .values({
      id: request.id,
      organisation_id: request.organisationId,
      full_name: request.fullName,
      email_typed: request.email.typed,
      email_canonical: request.email.canonical,
      created_at: request.now,
    })
    .execute();

/** Takes the oldest request out of the table; its name and address are kept no longer than that. */
export const takeAccessRequest = (tx: Tx) =>
  tx
    .deleteFrom('access_request')
    .where('id', '=', (eb) =>
      eb.selectFrom('access_request').select('id').orderBy('created_at').limit(1).forUpdate().skipLocked(),
    )
    .returning([
      'organisation_id as organisationId',
      'full_name as fullName',
      'email_typed as email',
      'email_canonical as canonical',
    ])
    .executeTakeFirst();

/** Whoever owns this address, if they belong or belonged to the practice or a branch of it, or were invited there. */
export const findOwnPerson = async (db: Queryable, organisation: OrganisationId, canonical: string) =>
  (await db
    .selectFrom('account_email')
    .innerJoin('account', 'account.id', 'account_email.account_id')
    .select([
      'account.id as accountId',
      'account.full_name as fullName',
      'account_email.typed as email',
      'account.preferred_language as language',
    ])
    .where('account_email.canonical', '=', canonical)
    .where('account_email.state', '=', 'current')
    .where('account.state', '<>', 'closed')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('membership')
          .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
          .select('membership.id')
          .whereRef('membership.account_id', '=', 'account.id')
          .where((where) =>
            where.or([where('organisation.id', '=', organisation), where('parent_id', '=', organisation)]),
          ),
      ),
    )
    .executeTakeFirst()) as OwnPerson | undefined;

export interface OwnPerson {
  accountId: AccountId;
  fullName: string;
  email: string;
  language: string | null;
}
