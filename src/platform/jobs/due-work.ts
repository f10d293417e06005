import type { Duration } from '../../kernel/duration.ts';
import type { Tx } from '../database/database.ts';

/**
 * Work whose due times live in our own tables. Jobs only say when to look, so a stopped clock governs tests.
 * Idempotent: two nodes may look at once, and a look may be repeated after a crash.
 */
export interface DueWork {
  readonly name: string;
  /** How often to look even when nobody nudged. */
  readonly every: Duration;
  /** Does what is due at `now`; returns how many it handled, 0 when nothing was left. */
  runDue(now: Date): Promise<number>;
}

/** Asks, inside the change's own transaction, that the named work be looked at as soon as it commits. */
export type Nudge = (tx: Tx, work: string) => Promise<void>;
