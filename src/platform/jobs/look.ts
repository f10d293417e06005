import type { Clock } from '../../kernel/clock.ts';
import type { Log } from '../logging/index.ts';
import type { DueWork } from './due-work.ts';

export interface LookNeeds {
  clock: Clock;
  log: Log;
}

export type LookOutcome = 'done' | 'failed' | 'interrupted';

/** Far beyond any real backlog; work that always finds something must not hold its worker for ever. */
const mostTurns = 1_000;

/** Does all that is due, turn by turn, until nothing is left or it is time to stop. A failure is logged, never thrown. */
export async function lookAt(
  { clock, log }: LookNeeds,
  work: DueWork,
  stopping: () => boolean,
): Promise<LookOutcome> {
  try {
    for (let turn = 0; turn < mostTurns; turn += 1) {
      if (stopping()) return 'interrupted';
      if ((await work.runDue(clock.now())) === 0) return 'done';
    }
    return 'interrupted';
  } catch (error) {
    log.error({ work: work.name, err: error }, 'a look at due work failed');
    return 'failed';
  }
}
