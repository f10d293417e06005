import type { AccountId } from '../kernel/ids.ts';
import type { Language } from '../kernel/words.ts';

/** Whoever follows their tickets without an account of the portal: known by one address, which is proven. */
export interface TicketAccount {
  id: AccountId;
  state: 'invited' | 'active' | 'deactivated' | 'closed';
  fullName: string;
  /** As typed, for sending. */
  email: string;
  canonical: string;
  language: Language | null;
  /** Of the password they may have, for a change that checks it first. */
  passwordHash: string | null;
}
