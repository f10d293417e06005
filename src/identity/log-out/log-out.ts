import type { Audit } from '../../audit/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { endSession } from '../sessions/session.store.ts';

export interface LogOutNeeds {
  audit: Audit;
  clock: Clock;
  database: Database;
}

/** Ends the session on our side, so that a copy of its cookie is worth nothing. */
export async function logOut(needs: LogOutNeeds, actor: Actor): Promise<void> {
  await inTransaction(needs.database, async (tx) => {
    await endSession(tx, actor.person.sessionId, 'logged-out', needs.clock.now());
    await needs.audit.record(tx, { action: 'logged-out', actor });
  });
}
