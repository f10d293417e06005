// Owns: the numbers an operator's monitoring reads.
// Tables: none; it counts in those of others through the functions it is given.
// Used by: the composition root, which feeds and mounts it.
export { applicationMetrics } from './application-metrics.ts';
export type { Measured } from './measured-gauge.ts';
export { metricsRoutes } from './metrics.routes.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { textMetrics } from './text-metrics.ts';
