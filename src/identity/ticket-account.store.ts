import type { EmailAddress } from '../kernel/email-address.ts';
import type { AccountId } from '../kernel/ids.ts';
import type { Language } from '../kernel/words.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';
import type { TicketAccount } from './ticket-account.ts';

const ticketAccounts = (db: Queryable) =>
  db
    .selectFrom('account')
    .innerJoin('support_address', 'support_address.account_id', 'account.id')
    .leftJoin('password', (join) =>
      join.onRef('password.account_id', '=', 'account.id').on('password.realm', '=', 'support'),
    )
    .select([
      'account.id',
      'account.state',
      'account.full_name as fullName',
      'account.preferred_language as language',
      'support_address.typed as email',
      'support_address.canonical',
      'password.hash as passwordHash',
    ])
    .where('account.home', '=', 'support')
    .$castTo<TicketAccount>();

export const findTicketAccount = (db: Queryable, id: AccountId) =>
  ticketAccounts(db).where('account.id', '=', id).executeTakeFirst();

export const findTicketAccountByAddress = (db: Queryable, canonical: string) =>
  ticketAccounts(db).where('support_address.canonical', '=', canonical).executeTakeFirst();

/** Holds the account as `lockAccount` does for those of the portal. */
export const lockTicketAccount = (tx: Tx, id: AccountId) =>
  ticketAccounts(tx).where('account.id', '=', id).forNoKeyUpdate('account').executeTakeFirst();

export interface NewTicketAccount {
  id: AccountId;
  fullName: string;
  address: EmailAddress;
  language: Language;
  now: Date;
}

/** It has no address and no name of the portal, so that nothing there finds it. */
export async function addTicketAccount(tx: Tx, { id, fullName, address, language, now }: NewTicketAccount) {
  await tx
    .insertInto('account')
    .values({
      id,
      home: 'support',
      state: 'active',
      full_name: fullName,
      preferred_language: language,
      created_at: now,
      activated_at: now,
      state_changed_at: now,
    })
    .execute();
  await tx
    .insertInto('support_address')
    .values({ account_id: id, ...address, confirmed_at: now })
    .execute();
}

export const removeTicketPassword = (tx: Tx, account: AccountId) =>
  tx.deleteFrom('password').where('account_id', '=', account).where('realm', '=', 'support').execute();
