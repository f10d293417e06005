// Owns: when due work is looked at, on every node, and the nudges that make it soon.
// Tables: those of pg-boss, in their own schema `pgboss`.
// Used by: modules that name a `DueWork`; the composition root starts and stops it.
export type { DueWork, Nudge } from './due-work.ts';
export { eachApart } from './each-apart.ts';
export { createJobs, type Jobs, type JobsNeeds, noNudge } from './jobs.ts';
