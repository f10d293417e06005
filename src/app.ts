import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { assetsFolder, readAssets } from './composition/assets.ts';
import { allDueWorks } from './composition/due-works.ts';
import { type Edges, systemEdges } from './composition/edges.ts';
import { machineryRoutes } from './composition/machinery.ts';
import { composeNeeds, type Needs } from './composition/needs.ts';
import { noteAttempt } from './composition/note-attempt.ts';
import { allRoutes } from './composition/routes.ts';
import { serverNeeds } from './composition/server-needs.ts';
import { composeTransports } from './composition/transports.ts';
import { decorateVisit } from './composition/visit.ts';
import type { Config } from './config.ts';
import type { Duration } from './kernel/duration.ts';
import type { DeliveryNeeds } from './notifications/index.ts';
import { bringUpToDate } from './platform/database/bring-up-to-date.ts';
import { createPool } from './platform/database/database.ts';
import { createServer, type Route } from './platform/http/index.ts';
import { createJobs, type DueWork, type Nudge } from './platform/jobs/index.ts';
import { createLog, type Log, type LogLevel } from './platform/logging/index.ts';
import { createMetrics } from './platform/metrics/index.ts';
import { fillSandbox } from './sandbox/index.ts';
import { fillHelpCentre } from './support/index.ts';

export interface Application {
  readonly url: string;
  /** Takes no more requests, finishes those in flight and the work under way, and lets the database go. */
  close(): Promise<void>;
}

export interface Composition {
  server: FastifyInstance;
  needs: Needs;
  routes: Route[];
  works: DueWork[];
  transports: DeliveryNeeds['transports'];
}

export interface CompositionOptions {
  edges: Edges;
  pool: pg.Pool;
  nudge: Nudge;
  log: Log;
  /** When this node last looked at each due work. */
  lastLooks?: () => ReadonlyMap<string, Date>;
  onQuery?: (sql: string) => void;
  onHash?: (took: Duration) => void;
}

/** Puts the whole product together, listening to nobody and doing nothing by itself yet. */
export async function composeApplication(config: Config, options: CompositionOptions): Promise<Composition> {
  const metrics = createMetrics();
  const needs = composeNeeds(config, options);
  const transports = composeTransports(config, needs);
  const onAttempt = noteAttempt(metrics, options.log);
  const works = allDueWorks(needs, { transports, onAttempt });
  const { pool, lastLooks = () => new Map() } = options;
  const machinery = machineryRoutes(config, needs, { metrics, pool, works, lastLooks, transports });
  const routes = [...allRoutes(needs), ...machinery];
  const server = await createServer(
    serverNeeds(needs, metrics, options.log),
    { ...config, assetsFolder },
    routes,
  );
  decorateVisit(server, needs, readAssets());
  endStreamsFirst(server, needs);
  return { server, needs, routes, works, transports };
}

/** A stop waits for every answer, and a stream never ends by itself. */
function endStreamsFirst(server: FastifyInstance, { live, streams }: Needs): void {
  server.addHook('preClose', async () => streams.closeAll());
  server.addHook('onClose', () => live.close());
}

/** Migrates, fills the sandbox, starts the jobs and listens. */
export async function startApplication(
  config: Config,
  onStep: (step: string) => void = () => undefined,
): Promise<Application> {
  const log = createLog({ level: config.logLevel as LogLevel });
  await bringUpToDate(config, onStep);
  const pool = createPool({
    url: config.databaseUrl,
    poolSize: config.databasePoolSize,
    onIdleError: (error) => log.warn({ err: error }, 'an idle database connection was lost'),
  });
  const jobs = createJobs({ ...systemEdges, databaseUrl: config.databaseUrl, log });
  const { server, needs, works, transports } = await composeApplication(config, {
    edges: systemEdges,
    pool,
    nudge: jobs.nudge,
    log,
    lastLooks: jobs.lastLooks,
  });
  if (config.sandbox) await fillSandbox(needs, onStep);
  await fillHelpCentre(needs, onStep);
  await jobs.start(works);
  await server.listen({ host: config.host, port: config.port });
  return {
    url: config.origin,
    close: async () => {
      await server.close();
      await jobs.stop();
      for (const transport of Object.values(transports)) transport.close();
      await needs.database.destroy();
    },
  };
}
