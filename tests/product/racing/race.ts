/** One of several processes that do the same at the same moment, on one database; what came of it, as JSON. */
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAudit } from '../../../src/audit/index.ts';
import { consumeLink } from '../../../src/identity/access-links/access-link.store.ts';
import { reserveTry } from '../../../src/identity/lockout/entry-lane.ts';
import { checkCode } from '../../../src/identity/second-factors/check-code.ts';
import type { Factor } from '../../../src/identity/second-factors/factor.ts';
import type { AccountId } from '../../../src/kernel/ids.ts';
import { createIds } from '../../../src/kernel/ids.ts';
import { createKeyRing } from '../../../src/kernel/key-ring.ts';
import { systemSecrets } from '../../../src/kernel/secrets.ts';
import { createDatabase, createPool, inTransaction } from '../../../src/platform/database/database.ts';
import { countUse } from '../../../src/platform/limits/limit.ts';
import type { Settings } from '../../../src/platform/settings/settings.ts';

export interface TypedCode {
  account: AccountId;
  factor: Factor;
  code: string;
}

interface Race {
  url: string;
  startsAt: number;
  times: number;
  subject: string;
  linkHash: string;
  settings: Settings;
  /** A code that is wrong, and one that is right. */
  guess: TypedCode;
  repeat: TypedCode;
}

const { url, startsAt, times, subject, linkHash, settings, guess, repeat } = (await json(
  process.stdin,
)) as Race;
const pool = createPool({ url, poolSize: 10, onIdleError: () => undefined });
const database = createDatabase(pool);
const now = new Date(startsAt);
const lane = { subject, realm: 'portal', step: 'password', deviceId: null } as const;

const clock = { now: () => now };
const keyRing = createKeyRing(new Map([[1, Buffer.alloc(32, 7)]]));
const audit = createAudit({ clock, ids: createIds(clock), keyRing, secrets: systemSecrets });
const type = async ({ account, factor, code }: TypedCode) => {
  const where = { accountId: account, realm: 'portal', deviceId: null, boundTo: account } as const;
  const needs = { audit, clock, database, keyRing, settings };
  const typed = { ...where, factor, code, clientNetwork: '192.0.2.1' };
  return (await checkCode(needs, typed, async () => undefined)).outcome;
};

await pool.query('SELECT 1');
await sleep(Math.max(0, startsAt - Date.now()));
const each = await Promise.all(
  Array.from({ length: times }, async () => ({
    granted: (await reserveTry(database, lane, settings.lockout, now)).outcome === 'granted',
    followed: await inTransaction(database, (tx) => consumeLink(tx, linkHash, 'reset-password', now)),
    allowed: (await countUse(database, { name: 'race', window: 3_600_000, atMost: 7, now })).allowed,
    guessed: await type(guess),
    repeated: await type(repeat),
  })),
);
process.stdout.write(
  JSON.stringify({
    granted: each.filter(({ granted }) => granted).length,
    followed: each.filter(({ followed }) => followed !== undefined).length,
    allowed: each.filter(({ allowed }) => allowed).length,
    guessed: each.filter(({ guessed }) => guessed === 'wrong').length,
    repeated: each.filter(({ repeated }) => repeated === 'right').length,
  }),
);
await database.destroy();
