import type { AccountState } from '../../../identity/index.ts';
import type { AccountId } from '../../../kernel/ids.ts';
import type { Queryable } from '../../../platform/database/database.ts';

export interface AccountOfTheDead {
  id: AccountId;
  name: string;
  email: string;
  state: AccountState;
  mailStoppedAt: Date | null;
}

export const findAccountOfTheDead = (
  db: Queryable,
  canonical: string,
): Promise<AccountOfTheDead | undefined> =>
  db
    .selectFrom('account_email')
    .innerJoin('account', 'account.id', 'account_email.account_id')
    .select([
      'account.id',
      'account.full_name as name',
      'account_email.typed as email',
      'account.state',
      'account.mail_stopped_at as mailStoppedAt',
    ])
    .where('account_email.canonical', '=', canonical)
    .where('account_email.state', '=', 'current')
    .$castTo<AccountOfTheDead>()
    .executeTakeFirst();
