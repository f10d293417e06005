import { type Clock, type Stopwatch, systemClock, systemStopwatch } from '../kernel/clock.ts';
import { createIds, type Ids } from '../kernel/ids.ts';
import { type Secrets, systemSecrets } from '../kernel/secrets.ts';
import { type ResolveDns, systemDns } from '../platform/dns/resolve-dns.ts';

/** Everything that differs between two runs of the same program: time, ids and randomness. */
export interface Edges {
  clock: Clock;
  ids: Ids;
  resolveDns: ResolveDns;
  secrets: Secrets;
  stopwatch: Stopwatch;
}

export const systemEdges: Edges = {
  clock: systemClock,
  ids: createIds(systemClock),
  resolveDns: systemDns,
  secrets: systemSecrets,
  stopwatch: systemStopwatch,
};
