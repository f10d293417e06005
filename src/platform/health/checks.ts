import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { type Duration, minutes, seconds } from '../../kernel/duration.ts';
import type { Database } from '../database/database.ts';
import type { DueWork } from '../jobs/index.ts';
import { type Check, remembered } from './health.ts';

interface HealthNeeds {
  clock: Clock;
  database: Database;
  works: readonly DueWork[];
  lastLooks: () => ReadonlyMap<string, Date>;
  /** Whether the mail server would take messages. */
  verifyMail: Check;
}

/** A look may take as long as a mail server that stalls. */
const patience: Duration = minutes(5);

/** What must work for this node to serve people. */
export const healthChecks = ({ clock, database, works, lastLooks, verifyMail }: HealthNeeds) => ({
  database: async () => {
    await sql`SELECT 1`.execute(database);
    return true;
  },
  jobs: async () => works.every((work) => isRecent(lastLooks().get(work.name), work.every, clock.now())),
  mail: remembered(verifyMail, clock, seconds(30)),
});

const isRecent = (at: Date | undefined, every: Duration, now: Date): boolean =>
  at !== undefined && now.getTime() - at.getTime() <= 2 * every + patience;
