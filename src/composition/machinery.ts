import type pg from 'pg';
import type { Config } from '../config.ts';
import { before, hours } from '../kernel/duration.ts';
import { countTexts, type DeliveryNeeds, outboxState, textStatusRoutes } from '../notifications/index.ts';
import { healthChecks, healthRoutes } from '../platform/health/index.ts';
import type { Route } from '../platform/http/index.ts';
import type { DueWork } from '../platform/jobs/index.ts';
import { applicationMetrics, type Metrics, metricsRoutes, textMetrics } from '../platform/metrics/index.ts';
import { mailMetrics } from '../support/index.ts';
import type { Needs } from './needs.ts';

interface MachineryParts {
  metrics: Metrics;
  pool: pg.Pool;
  works: readonly DueWork[];
  lastLooks: () => ReadonlyMap<string, Date>;
  transports: DeliveryNeeds['transports'];
}

/** What operators and their machines read, beside what people see. */
export function machineryRoutes(config: Config, needs: Needs, parts: MachineryParts): Route[] {
  const { metrics, pool, works, lastLooks, transports } = parts;
  const outbox = () => outboxState(needs.database, needs.clock.now());
  const lastDay = () => countTexts(needs.database, before(needs.clock.now(), hours(24)));
  const { alarmPerDay } = needs.settings.texts;
  for (const measured of [
    ...applicationMetrics({ clock: needs.clock, pool, lastLooks, outbox }),
    ...textMetrics({ lastDay, alarmPerDay }),
    ...mailMetrics(needs),
  ])
    metrics.watch(measured);
  const checks = healthChecks({ ...needs, works, lastLooks, verifyMail: () => transports.email.verify() });
  return [
    ...healthRoutes(checks),
    ...metricsRoutes(metrics, config.metricsToken),
    ...textStatusRoutes(needs, config.textCallbackToken),
  ];
}
