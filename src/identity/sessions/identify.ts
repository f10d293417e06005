import { type Actor, actingForThemselves, type Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { minutes } from '../../kernel/duration.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findLiveSession, touchSession } from './session.store.ts';

export interface IdentifyNeeds {
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'session'>;
}

/** How stale "last seen" may be, so that reading a page does not always write. */
const touchEvery = minutes(1);

/** Who holds this session token now. Asked of the database on every request: nothing is cached between two. */
export async function identify(
  needs: IdentifyNeeds,
  token: string | undefined,
  realm: Realm,
): Promise<Actor | undefined> {
  if (!token) return undefined;
  const now = needs.clock.now();
  const { idle } = needs.settings.session;
  const session = await findLiveSession(needs.database, hashOfSecret(token), realm, idle, now);
  if (!session) return undefined;
  if (now.getTime() - session.lastSeenAt.getTime() > touchEvery)
    await touchSession(needs.database, session.person.sessionId, now);
  return actingForThemselves(session.person);
}
