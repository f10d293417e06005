import { type Clock, type Stopwatch, systemClock, systemStopwatch } from '../kernel/clock.ts';
import { createIds, type Ids } from '../kernel/ids.ts';
import { type Secrets, systemSecrets } from '../kernel/secrets.ts';

/** Everything that differs between two runs of the same program: time, ids and randomness. */
export interface Edges {
  clock: Clock;
  ids: Ids;
  secrets: Secrets;
  stopwatch: Stopwatch;
}

export const systemEdges: Edges = {
  clock: systemClock,
  ids: createIds(systemClock),
  secrets: systemSecrets,
  stopwatch: systemStopwatch,
};
