import { fromKysely } from 'pg-boss';
import { type Duration, seconds } from '../../kernel/duration.ts';
import { createBoss, nudgeQueue, nudgeWorker } from './boss.ts';
import type { DueWork, Nudge } from './due-work.ts';
import { type LookNeeds, lookAt } from './look.ts';
import { startRegularLooks } from './regular-looks.ts';

export interface Jobs {
  /** Installs the queue's tables where they are missing, and begins to look. */
  start(works: readonly DueWork[]): Promise<void>;
  /** Begins no look any more, and waits for those running, but not beyond the given time. */
  stop(atMost?: Duration): Promise<void>;
  /** A hint only: before the start and while stopping it does nothing, and the work is looked at within its `every`. */
  readonly nudge: Nudge;
  /** When each work was last looked at without failing, or began to be; for health and metrics. */
  lastLooks(): ReadonlyMap<string, Date>;
}

export interface JobsNeeds extends LookNeeds {
  databaseUrl: string;
}

/** Runs due work on this node: at once after a nudge, and regularly besides. */
export function createJobs(needs: JobsNeeds): Jobs {
  const boss = createBoss(needs.databaseUrl, needs.log);
  const looked = new Map<string, Date>();
  const running = new Set<Promise<unknown>>();
  let started = false;
  let stopping = false;
  let stopRegularLooks = (): void => undefined;

  const look = (work: DueWork) => {
    const ending = lookAt(needs, work, () => stopping).then((outcome) => {
      if (outcome !== 'failed') looked.set(work.name, needs.clock.now());
      return outcome;
    });
    running.add(ending);
    return ending.finally(() => running.delete(ending));
  };

  return {
    start: async (works) => {
      await boss.start();
      for (const work of works) {
        looked.set(work.name, needs.clock.now());
        await boss.createQueue(work.name, nudgeQueue);
        await boss.work(work.name, nudgeWorker, async () => {
          // pg-boss keeps what is thrown in its table, so it gets nothing but the name.
          if ((await look(work)) === 'failed') throw new Error(`the look at ${work.name} failed`);
        });
      }
      started = true;
      stopRegularLooks = startRegularLooks(works, look);
    },
    stop: async (atMost = seconds(10)) => {
      stopping = true;
      stopRegularLooks();
      await Promise.race([Promise.allSettled(running), waitFor(atMost)]);
      await boss.stop({ graceful: true, timeout: atMost });
    },
    nudge: async (tx, work) => {
      if (started && !stopping) await boss.send(work, null, { db: fromKysely(tx) });
    },
    lastLooks: () => looked,
  };
}

const waitFor = (duration: Duration): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, duration).unref());

/** For programs that change something and leave: a node that runs will look at the work within its `every`. */
export const noNudge: Nudge = async () => undefined;
