import type { EmailAddress } from '../../kernel/email-address.ts';
import type { AccountId, Ids } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/words.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { RequesterId } from './ticket.ts';

export interface Requester {
  id: RequesterId;
  /** As typed, for sending. */
  email: string;
  canonical: string;
  fullName: string;
  phone: string | null;
  language: Language;
  /** When they first proved that they read mail sent there. */
  confirmedAt: Date | null;
  portalAccountId: AccountId | null;
}

export const selectRequesters = (db: Queryable) =>
  db
    .selectFrom('requester')
    .select([
      'requester.id',
      'requester.typed as email',
      'requester.canonical',
      'requester.full_name as fullName',
      'requester.phone',
      'requester.language',
      'requester.confirmed_at as confirmedAt',
      'requester.portal_account_id as portalAccountId',
    ])
    .$castTo<Requester>();

export const findRequester = (db: Queryable, id: RequesterId): Promise<Requester | undefined> =>
  selectRequesters(db).where('requester.id', '=', id).executeTakeFirst();

export const findRequesterByAddress = (db: Queryable, canonical: string): Promise<Requester | undefined> =>
  selectRequesters(db).where('requester.canonical', '=', canonical).executeTakeFirst();

export interface NewRequester {
  address: EmailAddress;
  fullName: string;
  phone?: string | undefined;
  language: Language;
  now: Date;
}

/**
 * The requester of an address, made when there is none and held until the transaction ends. What a stranger says their
 * name is changes nothing about one who is known.
 */
export async function holdRequester(tx: Tx, ids: Ids, newcomer: NewRequester): Promise<Requester> {
  await addWhenNew(tx, ids, newcomer);
  return selectRequesters(tx)
    .where('requester.canonical', '=', newcomer.address.canonical)
    .forNoKeyUpdate('requester')
    .executeTakeFirstOrThrow();
}

/** The same without holding it: two people who help each other never wait for each other. */
export async function findOrAddRequester(tx: Tx, ids: Ids, newcomer: NewRequester): Promise<Requester> {
  await addWhenNew(tx, ids, newcomer);
  return selectRequesters(tx)
    .where('requester.canonical', '=', newcomer.address.canonical)
    .executeTakeFirstOrThrow();
}

const addWhenNew = (tx: Tx, ids: Ids, { address, fullName, phone, language, now }: NewRequester) =>
  tx
    .insertInto('requester')
    .values({
      id: ids.next<'requester'>(),
      typed: address.typed,
      canonical: address.canonical,
      full_name: fullName,
      phone: phone ?? null,
      language,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('canonical').doNothing())
    .execute();

/** Until the address is proven nobody knows who is right about a name: whoever asks last is. */
export const callUnproven = async (tx: Tx, id: RequesterId, fullName: string): Promise<Requester> => {
  await tx
    .updateTable('requester')
    .set({ full_name: fullName })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .execute();
  return selectRequesters(tx).where('requester.id', '=', id).executeTakeFirstOrThrow();
};

/** Only the first proof counts as the day from which the address is known. */
export const markRequesterConfirmed = (tx: Tx, id: RequesterId, now: Date) =>
  tx
    .updateTable('requester')
    .set({ confirmed_at: now })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .execute();
