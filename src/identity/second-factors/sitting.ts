import { before, type Duration } from '../../kernel/duration.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import type { Asker } from './asker.ts';
import { type FactorLife, findSessionStart, listFactorLives } from './sitting.store.ts';

/**
 * When the sitting began in which a change is made: the first of changes in one session that follow each other closely.
 * A thief adds their own way and then removes the owner's, and whoever presses the newest notice means both.
 */
export async function findSittingBegan(
  { settings }: { settings: Pick<Settings, 'session'> },
  tx: Tx,
  { accountId, via }: Pick<Asker, 'accountId' | 'via'>,
  change: Date,
): Promise<Date> {
  if (via.in === 'log-in') return change;
  const { sessionId } = via.actor.person;
  const lives = await listFactorLives(tx, accountId, sessionId);
  const { startedAt } = await findSessionStart(tx, sessionId);
  return goBack({ lives, startedAt, gap: settings.session.stepUpWithin }, change);
}

interface Sitting {
  lives: readonly FactorLife[];
  startedAt: Date;
  gap: Duration;
}

/** Never so early that there was nothing yet, for nothing is taken back to that. */
function goBack(sitting: Sitting, from: Date): Date {
  const { lives, startedAt, gap } = sitting;
  const earliest = Math.max(startedAt.getTime(), before(from, gap).getTime());
  const [next] = lives
    .flatMap(({ addedAt, removedAt }) => (removedAt ? [addedAt, removedAt] : [addedAt]))
    .filter((at) => at < from && at.getTime() >= earliest && hadAny(lives, at))
    .sort((one, other) => other.getTime() - one.getTime());
  return next ? goBack(sitting, next) : from;
}

const hadAny = (lives: readonly FactorLife[], at: Date): boolean =>
  lives.some(({ addedAt, removedAt }) => addedAt < at && (!removedAt || removedAt >= at));
