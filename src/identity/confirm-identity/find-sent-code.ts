import type { Actor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import { findTextState } from '../../notifications/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { findResendAt } from '../second-factors/sending-limits.ts';
import { findLastSent, findLiveCode } from '../second-factors/sent-code.store.ts';
import type { SentCode } from './code-way.tsx';
import type { Way } from './find-ways.ts';

interface Needs {
  clock: Clock;
  database: Database;
  settings: Pick<Settings, 'secondFactor'>;
}

/** The code this session was sent for a way, and when another can be; nothing for ways that send none. */
export async function findSentCode(
  needs: Needs,
  actor: Actor,
  way: Way | undefined,
): Promise<SentCode | undefined> {
  if (typeof way !== 'object' || (way.kind !== 'text' && way.kind !== 'email')) return undefined;
  const { database, clock } = needs;
  const asked = { boundTo: actor.person.sessionId, target: way.id, now: clock.now() };
  const isLive = (await findLiveCode(database, asked)) !== undefined;
  const last = isLive && way.kind === 'text' ? await findLastSent(database, asked) : undefined;
  return {
    isLive,
    againFrom: await findResendAt(needs, database, way.id),
    text: last && (await findTextState(database, last.messageId)),
  };
}
