import type { AccountId } from '../../kernel/ids.ts';
import type { Queryable, Tx } from './database.ts';

/** The person whose data it is, and every address that is or was theirs, in canonical form. */
export interface DataSubject {
  accountId: AccountId;
  addresses: readonly string[];
}

/** What is held about a person, as rows by the name of their section. Nobody else's data, no hash and no secret. */
export type PersonalData = Record<string, readonly Record<string, unknown>[]>;

/** A module's part in the rights of people over their data: each knows its own tables. */
export interface PersonalDataHolder {
  collect(db: Queryable, person: DataSubject): Promise<PersonalData>;
  /** Erases or anonymises, within the one transaction that erases the person everywhere. */
  erase(tx: Tx, person: DataSubject): Promise<void>;
}
