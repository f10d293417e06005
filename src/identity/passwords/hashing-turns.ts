import type { Stopwatch } from '../../kernel/clock.ts';
import type { Duration } from '../../kernel/duration.ts';
import { Overloaded } from '../../kernel/endings.ts';

/** `first`: somebody logged in, or on a browser where they logged in before. An attack never is, so it cannot crowd them out. */
export type Turn = 'first' | 'in-turn';

export interface HashingLimits {
  /** Hashes at once; more than the cores only slows each other down. */
  atOnce: number;
  /** Longest expected wait that is still accepted; beyond it `Overloaded` is thrown at once. */
  longestWait: Duration;
  /** Told of each hash once it is done, for observation. */
  onHash?: (took: Duration) => void;
}

export interface HashingTurns {
  /** Counts work as waiting from its first step. Throws `Overloaded` before it when the hash would come too late. */
  admit<Result>(work: () => Promise<Result>, turn: Turn): Promise<Result>;
  /** Runs one hash when its turn has come. */
  take<Result>(hash: () => Promise<Result>, turn: Turn): Promise<Result>;
  waiting(): number;
  /** Seconds after which a stranger may come back; undefined while there is room for one. */
  busyFor(): number | undefined;
}

/** Deals out the cores. Whoever goes first waits for nobody but their like. */
export function createTurns(stopwatch: Stopwatch, limits: HashingLimits): HashingTurns {
  const lines: Record<Turn, (() => void)[]> = { first: [], 'in-turn': [] };
  const admitted: Record<Turn, number> = { first: 0, 'in-turn': 0 };
  let running = 0;
  let usual = 10;

  const isBusy = () => running >= limits.atOnce;

  const hasRoom = (before: number) => !isBusy() || (before * usual) / limits.atOnce <= limits.longestWait;
  const comeBackAfter = Math.ceil(limits.longestWait / 1000) + 3;

  function requireRoom(before: number): void {
    if (!hasRoom(before)) throw new Overloaded(comeBackAfter);
  }

  async function admit<Result>(work: () => Promise<Result>, turn: Turn): Promise<Result> {
    requireRoom(admitted.first + (turn === 'first' ? 0 : admitted['in-turn']));
    admitted[turn] += 1;
    try {
      return await work();
    } finally {
      admitted[turn] -= 1;
    }
  }

  async function take<Result>(hash: () => Promise<Result>, turn: Turn): Promise<Result> {
    requireRoom(lines.first.length + (turn === 'first' ? 0 : lines['in-turn'].length));
    if (isBusy()) await new Promise<void>((resolve) => lines[turn].push(resolve));
    else running += 1;
    const startedAt = stopwatch();
    try {
      return await hash();
    } finally {
      const took = stopwatch() - startedAt;
      usual = usual * 0.95 + took * 0.05;
      limits.onHash?.(took);
      const next = lines.first.shift() ?? lines['in-turn'].shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    admit,
    take,
    waiting: () => lines.first.length + lines['in-turn'].length,
    busyFor: () => (hasRoom(admitted.first + admitted['in-turn']) ? undefined : comeBackAfter),
  };
}
