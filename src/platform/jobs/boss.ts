import { PgBoss } from 'pg-boss';
import type { Log } from '../logging/index.ts';

/** pg-boss with little to do: no cron, few connections, short-lived rows. Several nodes may start at once. */
export function createBoss(databaseUrl: string, log: Log): PgBoss {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    application_name: 'gatehouse jobs',
    schema: 'pgboss',
    max: 3,
    connectionTimeoutMillis: 5_000,
    schedule: false,
    useListenNotify: true,
    maintenanceIntervalSeconds: 300,
    // Nothing of ours depends on another job.
    flowIntervalSeconds: 3_600,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue met an error'));
  boss.on('warning', (warning) => log.warn({ warning: warning.message }, 'the job queue warns'));
  return boss;
}

/** Nudges carry nothing, so a lost or repeated one costs nothing: what is due stands in our own tables. */
export const nudgeQueue = {
  policy: 'standard',
  notify: true,
  retryLimit: 5,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 30,
  expireInSeconds: 900,
  retentionSeconds: 86_400,
  deleteAfterSeconds: 60,
};

/**
 * One look answers every nudge waiting. Two workers, so that one stuck on a slow server leaves another free.
 * A NOTIFY wakes them; without a listener they ask every half second.
 */
export const nudgeWorker = {
  batchSize: 1_000,
  localConcurrency: 2,
  pollingIntervalSeconds: 0.5,
  notifyPollingIntervalSeconds: 5,
};
