/** One of several processes that do the same at the same moment, on one database; what came of it, as JSON. */
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { consumeLink } from '../../../src/identity/access-links/access-link.store.ts';
import { reserveTry } from '../../../src/identity/lockout/entry-lane.ts';
import { createDatabase, createPool, inTransaction } from '../../../src/platform/database/database.ts';
import { countUse } from '../../../src/platform/limits/limit.ts';
import type { Settings } from '../../../src/platform/settings/settings.ts';

interface Race {
  url: string;
  startsAt: number;
  times: number;
  subject: string;
  linkHash: string;
  rules: Settings['lockout'];
}

const { url, startsAt, times, subject, linkHash, rules } = (await json(process.stdin)) as Race;
const pool = createPool({ url, poolSize: 10, onIdleError: () => undefined });
const database = createDatabase(pool);
const now = new Date(startsAt);
const lane = { subject, realm: 'portal', step: 'password', deviceId: null } as const;

await pool.query('SELECT 1');
await sleep(Math.max(0, startsAt - Date.now()));
const each = await Promise.all(
  Array.from({ length: times }, async () => ({
    granted: (await reserveTry(database, lane, rules, now)).outcome === 'granted',
    followed: await inTransaction(database, (tx) => consumeLink(tx, linkHash, 'reset-password', now)),
    allowed: (await countUse(database, { name: 'race', window: 3_600_000, atMost: 7, now })).allowed,
  })),
);
process.stdout.write(
  JSON.stringify({
    granted: each.filter(({ granted }) => granted).length,
    followed: each.filter(({ followed }) => followed !== undefined).length,
    allowed: each.filter(({ allowed }) => allowed).length,
  }),
);
await database.destroy();
