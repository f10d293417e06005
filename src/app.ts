import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { assetsFolder, readAssets } from './composition/assets.ts';
import { allDueWorks } from './composition/due-works.ts';
import { type Edges, systemEdges } from './composition/edges.ts';
import { composeNeeds, type Needs } from './composition/needs.ts';
import { allRoutes } from './composition/routes.ts';
import { serverNeeds } from './composition/server-needs.ts';
import { composeTransports } from './composition/transports.ts';
import { decorateVisit } from './composition/visit.ts';
import type { Config } from './config.ts';
import type { Duration } from './kernel/duration.ts';
import { bringUpToDate } from './platform/database/bring-up-to-date.ts';
import { createPool } from './platform/database/database.ts';
import { createServer, type Route } from './platform/http/index.ts';
import { createJobs, type DueWork, type Nudge } from './platform/jobs/index.ts';
import { createLog, type Log, type LogLevel } from './platform/logging/index.ts';
import { fillSandbox } from './sandbox/index.ts';

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
}

export interface CompositionOptions {
  edges: Edges;
  pool: pg.Pool;
  nudge: Nudge;
  log: Log;
  onQuery?: (sql: string) => void;
  onHash?: (took: Duration) => void;
}

/** Puts the whole product together, listening to nobody and doing nothing by itself yet. */
export async function composeApplication(config: Config, options: CompositionOptions): Promise<Composition> {
  const needs = composeNeeds(config, options);
  const routes = allRoutes(needs);
  const server = await createServer(
    serverNeeds(needs, { log: options.log, onAnswer: () => undefined }),
    { ...config, assetsFolder },
    routes,
  );
  decorateVisit(server, needs, readAssets());
  const works = allDueWorks(needs, composeTransports(config, needs));
  return { server, needs, routes, works };
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
  const jobs = createJobs({ databaseUrl: config.databaseUrl, clock: systemEdges.clock, log });
  const { server, needs, works } = await composeApplication(config, {
    edges: systemEdges,
    pool,
    nudge: jobs.nudge,
    log,
  });
  if (config.sandbox) await fillSandbox(needs, onStep);
  await jobs.start(works);
  await server.listen({ host: config.host, port: config.port });
  return {
    url: config.origin,
    close: async () => {
      await server.close();
      await jobs.stop();
      await needs.database.destroy();
    },
  };
}
