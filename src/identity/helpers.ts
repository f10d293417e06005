import type { AccountId } from '../kernel/ids.ts';
import type { Queryable } from '../platform/database/database.ts';
import type { Account } from './account.ts';
import { listAddresses } from './account-email.store.ts';

/** One organisation of somebody's, and who of it can help while they cannot get in. */
export interface HelpersThere {
  organisation: string;
  /** Its main contact, then its deputies. */
  administrators: readonly string[];
  /** Those who can do some of the same work now, each with the roles they share. Nobody's once they were removed. */
  colleagues: readonly { name: string; roles: readonly string[] }[];
  isMember: boolean;
  /** The account was deactivated because nobody used it: the administrators can open it again. */
  canReopen: boolean;
}

/** As the organisations know it, handed in by the application: identity knows of no members. */
export type HelpersFor = (db: Queryable, account: AccountId) => Promise<HelpersThere[]>;

export interface HelpersNeeds {
  helpersFor: HelpersFor;
}

/**
 * Names for an email to the owner alone. None while an email change can still be stopped: of two addresses, one is
 * then perhaps somebody else's.
 */
export async function privateHelpers(
  { helpersFor }: HelpersNeeds,
  db: Queryable,
  account: Account,
  now: Date,
): Promise<HelpersThere[]> {
  const addresses = await listAddresses(db, account.id, now);
  return addresses.length === 1 ? helpersFor(db, account.id) : [];
}
