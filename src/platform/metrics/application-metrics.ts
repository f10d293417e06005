import type { Clock } from '../../kernel/clock.ts';
import { type Measured, oneValue } from './measured-gauge.ts';

interface PoolCounts {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

interface ApplicationMetricsNeeds {
  clock: Clock;
  pool: PoolCounts;
  lastLooks: () => ReadonlyMap<string, Date>;
  outbox: () => Promise<{ waiting: ReadonlyMap<string, number>; oldestDueSeconds: number }>;
}

/** What an operator watches beside requests: connections, jobs and messages. */
export const applicationMetrics = ({
  clock,
  pool,
  lastLooks,
  outbox,
}: ApplicationMetricsNeeds): Measured[] => [
  {
    name: 'gatehouse_database_connections',
    help: 'Connections of the pool, and callers waiting for one.',
    label: 'state',
    measure: () =>
      new Map([
        ['busy', pool.totalCount - pool.idleCount],
        ['idle', pool.idleCount],
        ['awaited', pool.waitingCount],
      ]),
  },
  {
    name: 'gatehouse_work_last_look_seconds',
    help: 'Time since each due work was last looked at on this node.',
    label: 'work',
    measure: () =>
      new Map([...lastLooks()].map(([work, at]) => [work, (clock.now().getTime() - at.getTime()) / 1000])),
  },
  {
    name: 'gatehouse_outbox_waiting',
    help: 'Messages that wait to be sent, by state.',
    label: 'status',
    measure: async () => (await outbox()).waiting,
  },
  {
    name: 'gatehouse_outbox_oldest_due_seconds',
    help: 'How long the most overdue message has waited for its turn.',
    measure: async () => oneValue((await outbox()).oldestDueSeconds),
  },
];
