import { setTimeout as rest } from 'node:timers/promises';
import type { Clock, Stopwatch } from '../../kernel/clock.ts';
import type { Log } from '../logging/index.ts';
import type { DueWork } from './due-work.ts';

export interface LookNeeds {
  clock: Clock;
  stopwatch: Stopwatch;
  log: Log;
}

export type LookOutcome = 'done' | 'failed' | 'interrupted';

/** Far beyond any real backlog; work that always finds something must not hold its worker for ever. */
const mostTurns = 1_000;

/** The longest rest in milliseconds, after which a stop is noticed too. */
const longestRest = 250;

/**
 * Does all that is due, turn by turn, until nothing is left or it is time to stop. Between turns it rests as long as the
 * last one took, so that whoever uses the product meanwhile goes first. A failure is logged, never thrown.
 */
export async function lookAt(
  { clock, stopwatch, log }: LookNeeds,
  work: DueWork,
  stopping: () => boolean,
): Promise<LookOutcome> {
  try {
    for (let turn = 0; turn < mostTurns; turn += 1) {
      if (stopping()) return 'interrupted';
      const began = stopwatch();
      if ((await work.runDue(clock.now())) === 0) return 'done';
      await rest(Math.min(stopwatch() - began, longestRest));
    }
    return 'interrupted';
  } catch (error) {
    log.error({ work: work.name, err: error }, 'a look at due work failed');
    return 'failed';
  }
}
