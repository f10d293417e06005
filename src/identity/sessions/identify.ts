import { type Actor, actingForThemselves, type Place } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { after, before, type Duration, hours, minutes } from '../../kernel/duration.ts';
import type { AccountId, OrganisationId } from '../../kernel/ids.ts';
import { hashOfSecret } from '../../kernel/secrets.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findLiveSession, touchSession } from './session.store.ts';

export interface IdentifyNeeds {
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'session'>;
  noteUse: NoteUse;
}

/** That somebody acted for an organisation: whoever keeps its people passes in where that is written. */
export type NoteUse = (use: { account: AccountId; organisation: OrganisationId; now: Date }) => Promise<void>;

interface HowAsked {
  quietly: boolean;
  /** The code of the organisation in the address; it wins over the one that was chosen. */
  organisation?: string | undefined;
}

/** Nobody asks at which minute somebody last acted for an organisation. */
const noteEvery = hours(1);

/** How stale "last seen" may be, so that reading a page does not always write; little beside a short session. */
const touchEvery = (idle: Duration): Duration => Math.min(minutes(1), idle / 20);

/**
 * Who holds this session token now. Asked of the database on every request: nothing is cached between two. What the
 * browser asks by itself is asked quietly, and keeps no session alive.
 */
export async function identify(
  needs: IdentifyNeeds,
  token: string | undefined,
  place: Place,
  { quietly, organisation: code }: HowAsked = { quietly: false },
): Promise<Actor | undefined> {
  if (!token) return undefined;
  const now = needs.clock.now();
  const { idle } = needs.settings.session;
  const session = await findLiveSession(needs.database, hashOfSecret(token), place, idle, now, code);
  if (!session) return undefined;
  const { lastSeenAt, endsAt: atLatest, usedAt, person } = session;
  const isTouched = !quietly && now.getTime() - lastSeenAt.getTime() > touchEvery(idle);
  if (isTouched) await touchSession(needs.database, person.sessionId, now);
  const { accountId: account, organisation } = person;
  if (organisation && !quietly && (!usedAt || usedAt <= before(now, noteEvery)))
    await needs.noteUse({ account, organisation: organisation.id, now });
  const idleAt = session.isLasting ? atLatest : after(isTouched ? now : lastSeenAt, idle);
  return actingForThemselves({ ...person, sessionEnds: { idleAt, atLatest } });
}
