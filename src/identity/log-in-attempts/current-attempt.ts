import type { FastifyRequest } from 'fastify';
import type { Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import type { Database } from '../../platform/database/database.ts';
import { readAttemptToken } from './attempt-cookie.ts';
import { findLiveAttempt, type LogInAttempt } from './log-in-attempt.store.ts';

/** The log in that waits in this browser; nothing when there is none, or it ended. */
export async function currentAttempt(
  { clock, database }: { clock: Clock; database: Database },
  request: FastifyRequest,
  realm: Realm,
): Promise<LogInAttempt | undefined> {
  const token = readAttemptToken(request, realm);
  if (!token) return undefined;
  return findLiveAttempt(database, { tokenHash: hashOfSecret(token), realm, now: clock.now() });
}
