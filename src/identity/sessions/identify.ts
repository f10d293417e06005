import { type Actor, actingForThemselves, type Realm } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { after, type Duration, minutes } from '../../kernel/duration.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findLiveSession, touchSession } from './session.store.ts';

export interface IdentifyNeeds {
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'session'>;
}

/** How stale "last seen" may be, so that reading a page does not always write; little beside a short session. */
const touchEvery = (idle: Duration): Duration => Math.min(minutes(1), idle / 20);

/**
 * Who holds this session token now. Asked of the database on every request: nothing is cached between two. What the
 * browser asks by itself is asked quietly, and keeps no session alive.
 */
export async function identify(
  needs: IdentifyNeeds,
  token: string | undefined,
  realm: Realm,
  { quietly } = { quietly: false },
): Promise<Actor | undefined> {
  if (!token) return undefined;
  const now = needs.clock.now();
  const { idle } = needs.settings.session;
  const session = await findLiveSession(needs.database, hashOfSecret(token), realm, idle, now);
  if (!session) return undefined;
  const { lastSeenAt, endsAt: atLatest, person } = session;
  const isTouched = !quietly && now.getTime() - lastSeenAt.getTime() > touchEvery(idle);
  if (isTouched) await touchSession(needs.database, person.sessionId, now);
  const idleAt = after(isTouched ? now : lastSeenAt, idle);
  return actingForThemselves({ ...person, sessionEnds: { idleAt, atLatest } });
}
