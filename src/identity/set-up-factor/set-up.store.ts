import type { Realm } from '../../kernel/actor.ts';
import type { AccountId, Id } from '../../kernel/ids.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import type { FactorId, FactorKind } from '../second-factors/factor.ts';

export type SetUpId = Id<'factor-setup'>;

/** A factor that is being set up, in one session or waiting log in. */
export interface SetUp {
  id: SetUpId;
  kind: FactorKind;
  /** The secret of an app, or recovery codes until they are kept. */
  sealedSecret: Buffer | null;
  phone: string | null;
  phoneDialled: string | null;
  /** The number it takes the place of. */
  replaces: FactorId | null;
}

interface Where {
  boundTo: string;
  kind: FactorKind;
  now: Date;
}

/** What was begun and not finished; coming back to it shows the same. */
export const findSetUp = (db: Queryable, { boundTo, kind, now }: Where): Promise<SetUp | undefined> =>
  db
    .selectFrom('factor_setup')
    .select([
      'id',
      'kind',
      'sealed_secret as sealedSecret',
      'phone',
      'phone_dialled as phoneDialled',
      'replaces',
    ])
    .where('bound_to', '=', boundTo)
    .where('kind', '=', kind)
    .where('done_at', 'is', null)
    .where('expires_at', '>', now)
    .$castTo<SetUp>()
    .executeTakeFirst();

export interface NewSetUp extends SetUp {
  accountId: AccountId;
  realm: Realm;
  boundTo: string;
  now: Date;
  expiresAt: Date;
}

/** Takes the place of an earlier one of its kind, whose codes prove nothing any more. */
export const putSetUp = (tx: Tx, setUp: NewSetUp) => {
  const values = {
    id: setUp.id,
    account_id: setUp.accountId,
    realm: setUp.realm,
    bound_to: setUp.boundTo,
    kind: setUp.kind,
    sealed_secret: setUp.sealedSecret,
    phone: setUp.phone,
    phone_dialled: setUp.phoneDialled,
    replaces: setUp.replaces,
    created_at: setUp.now,
    expires_at: setUp.expiresAt,
    done_at: null,
  };
  return tx
    .insertInto('factor_setup')
    .values(values)
    .onConflict((conflict) => conflict.columns(['bound_to', 'kind']).doUpdateSet(values))
    .execute();
};

/** Its secret is kept with the factor alone from now on. */
export const endSetUp = (tx: Tx, id: SetUpId, now: Date) =>
  tx.updateTable('factor_setup').set({ done_at: now, sealed_secret: null }).where('id', '=', id).execute();

/** The number somebody gave to be called at, as they typed it. */
export const findOwnPhone = async (db: Queryable, account: AccountId): Promise<string | undefined> =>
  (await db.selectFrom('account').select('phone').where('id', '=', account).executeTakeFirst())?.phone ??
  undefined;
