import type { Realm } from '../kernel/actor.ts';
import type { AccountId } from '../kernel/ids.ts';
import type { Language } from '../kernel/words.ts';
import type { Settings } from '../platform/settings/settings.ts';

export type AccountState = 'invited' | 'active' | 'deactivated' | 'closed';

/** Enough of an account to decide what may happen to it and to write to its owner. */
export interface Account {
  id: AccountId;
  state: AccountState;
  fullName: string;
  /** The address as its owner typed it, for sending. */
  email: string;
  preferredLanguage: string | null;
}

/** The language its owner chose, else the portal's. */
export const languageOf = (account: Account, settings: Pick<Settings, 'service'>): Language =>
  (account.preferredLanguage as Language | null) ?? settings.service.language;

/** An account as log in sees it: found by a name, with the hash of its password in that realm. */
export interface Credential {
  accountId: AccountId;
  state: AccountState;
  hash: string | undefined;
}

export type { Realm };
