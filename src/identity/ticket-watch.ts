import type { Actor } from '../kernel/actor.ts';
import type { AccountId } from '../kernel/ids.ts';
import type { Tx } from '../platform/database/database.ts';

export interface OwnerFound {
  account: AccountId;
  /** Whoever of the staff found it out. */
  actor: Actor;
  reason: string;
  /** When everything was stopped: what ended then comes back with it. */
  at: Date;
}

/**
 * What becomes of what somebody asked support. Identity knows no tickets, so the application passes this in; the account is
 * held by whoever calls.
 */
export interface TicketWatch {
  /** They are dead: nobody follows their tickets, and nobody answers them. */
  ownerDied(tx: Tx, found: OwnerFound): Promise<void>;
  /** They are not. */
  ownerLives(tx: Tx, found: OwnerFound): Promise<void>;
}
