import type { Clock } from '../../kernel/clock.ts';
import { after, before, type Duration, days, hours } from '../../kernel/duration.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { KeyRing } from '../../kernel/key-ring.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import { countUse, usesInWindow } from '../../platform/limits/limit.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { sentLately } from './sent-code.store.ts';

interface Needs {
  clock: Clock;
  keyRing: KeyRing;
  settings: Pick<Settings, 'secondFactor' | 'texts'>;
}

/** When the next code for this target can be asked for; the past when it can be now. */
export async function findResendAt(
  { clock, settings }: Pick<Needs, 'clock'> & { settings: Pick<Settings, 'secondFactor'> },
  db: Queryable,
  target: string,
): Promise<Date> {
  const since = before(clock.now(), hours(1));
  const { count, lastAt } = await sentLately(db, { target, since });
  if (!lastAt) return since;
  const waits: readonly Duration[] = settings.secondFactor.resendAfter;
  return after(lastAt, waits[count - 1] ?? waits.at(-1) ?? 0);
}

type Sending = { accountId: AccountId; to: { number: string } | 'email'; isSetUp?: boolean };

/**
 * Counts a code before it is sent, so that no number of browsers sends more; gives when the day ends that allows no
 * further one. What is refused counts for nobody, and texts to a number that is being set up count apart: nobody can use up
 * the texts of a number that is another's.
 */
export async function countSending(
  { clock, keyRing, settings }: Needs,
  tx: Tx,
  { accountId, to, isSetUp = false }: Sending,
): Promise<Date | undefined> {
  const [now, window] = [clock.now(), days(1)];
  const { perAccountPerDay, perNumberPerDay } = settings.texts;
  const ofAccount = `codes-sent:${accountId}`;
  const today = await usesInWindow(tx, ofAccount, window, now);
  if (today.count >= perAccountPerDay) return today.windowEndsAt;
  if (to !== 'email') {
    const name = `${isSetUp ? 'texts-to-set-up' : 'texts'}:${keyRing.mac('unknown-name', to.number)}`;
    const ofNumber = await countUse(tx, { name, window, atMost: perNumberPerDay, now });
    if (!ofNumber.allowed) return ofNumber.windowEndsAt;
  }
  await countUse(tx, { name: ofAccount, window, atMost: perAccountPerDay, now });
  return undefined;
}
