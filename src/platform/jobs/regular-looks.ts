import type { DueWork } from './due-work.ts';

/** Looks at each work every so often, from now on; the next look waits for the one before. */
export function startRegularLooks(works: readonly DueWork[], look: (work: DueWork) => Promise<unknown>) {
  const timers = new Map<string, NodeJS.Timeout>();
  let stopped = false;
  const lookThenWait = async (work: DueWork): Promise<void> => {
    await look(work);
    if (!stopped)
      timers.set(
        work.name,
        setTimeout(() => void lookThenWait(work), work.every),
      );
  };
  for (const work of works) void lookThenWait(work);
  return () => {
    stopped = true;
    for (const timer of timers.values()) clearTimeout(timer);
  };
}
