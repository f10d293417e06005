// Owns: whether this node lives, and whether it is ready to serve.
// Tables: none.
// Used by: the composition root, which mounts the routes.
export { healthChecks } from './checks.ts';
export { healthRoutes } from './health.routes.ts';
export type { Check, Health } from './health.ts';
