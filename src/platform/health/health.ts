import type { Clock } from '../../kernel/clock.ts';
import type { Duration } from '../../kernel/duration.ts';

export type PartState = 'good' | 'bad';

export interface Health {
  state: PartState;
  parts: Record<string, PartState>;
}

/** True when the part works; a rejection or silence beyond the limit says that it does not. */
export type Check = () => Promise<boolean>;

/** Asks every part at once. Says only which part is bad: why stands in the log. */
export async function readHealth(checks: Readonly<Record<string, Check>>, limit: Duration): Promise<Health> {
  const parts = Object.fromEntries(
    await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await ask(check, limit)] as const),
    ),
  );
  return { state: Object.values(parts).includes('bad') ? 'bad' : 'good', parts };
}

async function ask(check: Check, limit: Duration): Promise<PartState> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limit);
  });
  try {
    return (await Promise.race([check(), tooLate])) ? 'good' : 'bad';
  } catch {
    return 'bad';
  } finally {
    clearTimeout(timer);
  }
}

/** Asks at most once in the given time, however often it is asked itself; askers meanwhile share one answer. */
export function remembered(check: Check, clock: Clock, duration: Duration): Check {
  let answer: Promise<boolean> | undefined;
  let askedAt = 0;
  return () => {
    const now = clock.now().getTime();
    if (!answer || now - askedAt >= duration) {
      askedAt = now;
      answer = check().catch(() => false);
    }
    return answer;
  };
}
