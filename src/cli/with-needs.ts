import { systemEdges } from '../composition/edges.ts';
import { composeNeeds, type Needs } from '../composition/needs.ts';
import type { Config } from '../config.ts';
import { bringUpToDate } from '../platform/database/bring-up-to-date.ts';
import { createPool } from '../platform/database/database.ts';

/** No jobs run in a command: what it leaves to do is found by the application's next regular look. */
const nudgeNobody = async () => undefined;

/** Runs one operation as the application would, on an up-to-date database, without serving anybody. */
export async function withNeeds<Result>(
  config: Config,
  work: (needs: Needs) => Promise<Result>,
): Promise<Result> {
  await bringUpToDate(config, () => undefined);
  const pool = createPool({ url: config.databaseUrl, poolSize: 3, onIdleError: () => undefined });
  const needs = composeNeeds(config, { edges: systemEdges, pool, nudge: nudgeNobody });
  try {
    return await work(needs);
  } finally {
    await needs.database.destroy();
  }
}
