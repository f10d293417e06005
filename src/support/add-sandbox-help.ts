import { dayAt } from '../kernel/calendar-day.ts';
import type { Clock } from '../kernel/clock.ts';
import { before, days } from '../kernel/duration.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Settings } from '../platform/settings/settings.ts';
import { addHelpCount, type HelpCount } from './help-counts.store.ts';

/** How often each happened on one day, and on every how many days it did. */
const usual: readonly [what: HelpCount, count: number, everyDays: number][] = [
  ['article-read', 14, 1],
  ['searched', 6, 1],
  ['nothing-found', 1, 3],
  ['offered-while-asking', 1, 2],
  ['answered-while-asking', 1, 6],
];
const daysBack = 26;

/** How a help centre of the sandbox was read these weeks, so that its dashboard looks as real ones do. */
export async function addSandboxHelp(
  { clock, settings }: { clock: Clock; settings: Pick<Settings, 'service'> },
  tx: Tx,
): Promise<void> {
  for (let ago = 1; ago <= daysBack; ago += 1) {
    const day = dayAt(before(clock.now(), days(ago)), settings.service.timeZone);
    for (const [what, count, everyDays] of usual)
      if (ago % everyDays === 0) await addHelpCount(tx, what, day, count);
  }
}
