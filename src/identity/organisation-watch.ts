import type { AccountId } from '../kernel/ids.ts';
import type { Queryable, Tx } from '../platform/database/database.ts';

/**
 * What becomes of organisations when an account goes. Identity knows none of them, so the application passes this in;
 * the account is held by whoever calls.
 */
export interface OrganisationWatch {
  /** The names of those that nobody else could look after. */
  listOrphaned(db: Queryable, account: AccountId): Promise<string[]>;
  /** The same, holding them all until the transaction ends, so that the last two who leave at once take turns. */
  holdOrphaned(tx: Tx, account: AccountId): Promise<string[]>;
  /** The account cannot log in any more, or can again: staff are asked to see to what it leaves alone. */
  settle(tx: Tx, account: AccountId): Promise<void>;
  /** The account is about to be erased: it belongs to nothing any more. */
  endAccess(tx: Tx, account: AccountId): Promise<void>;
}
