import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/words.ts';
import type { Tx } from '../../platform/database/database.ts';

export interface MainContact {
  accountId: AccountId;
  fullName: string;
  email: string;
  language: Language | null;
}

export const listMainContacts = (tx: Tx, organisationId: OrganisationId) =>
  tx
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account_id')
    .innerJoin('account_email', (join) =>
      join.onRef('account_email.account_id', '=', 'account.id').on('account_email.state', '=', 'current'),
    )
    .select([
      'account.id as accountId',
      'account.full_name as fullName',
      'account_email.typed as email',
      'account.preferred_language as language',
    ])
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.service', '=', 'portal')
    .where('membership.role', '=', 'main-contact')
    .where('membership.ended_at', 'is', null)
    .where('account.state', '=', 'active')
    .$castTo<MainContact>()
    .execute();
