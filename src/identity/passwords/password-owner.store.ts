import { sql } from 'kysely';
import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable } from '../../platform/database/database.ts';

/** What is known of a person that somebody guessing their password would know too. */
export interface PasswordOwner {
  names: string[];
  email: string;
  usernames: string[];
  /** Names and codes of the organisations they belong to. */
  practices: string[];
}

export const findPasswordOwner = (db: Queryable, account: AccountId) =>
  db
    .selectFrom('account')
    .innerJoin('account_email', (join) =>
      join.onRef('account_email.account_id', '=', 'account.id').on('account_email.state', '=', 'current'),
    )
    .select([
      sql<string[]>`ARRAY[full_name]`.as('names'),
      'account_email.typed as email',
      sql<string[]>`ARRAY(
        SELECT canonical FROM login_name
        WHERE login_name.account_id = account.id AND kind = 'username' AND retired_at IS NULL
        UNION SELECT wished_username WHERE wished_username IS NOT NULL)`.as('usernames'),
      sql<string[]>`ARRAY(
        SELECT concat_ws(' ', code, name) FROM organisation
        WHERE id IN (SELECT organisation_id FROM membership
          WHERE membership.account_id = account.id AND ended_at IS NULL))`.as('practices'),
    ])
    .where('account.id', '=', account)
    .executeTakeFirst();
