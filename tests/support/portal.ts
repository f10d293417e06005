import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { type Composition, composeApplication } from '../../src/app.ts';
import type { Edges } from '../../src/composition/edges.ts';
import type { Config } from '../../src/config.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import { after, type Duration } from '../../src/kernel/duration.ts';
import { createIds } from '../../src/kernel/ids.ts';
import { systemSecrets } from '../../src/kernel/secrets.ts';
import { listSandboxMessages, type SandboxMessage } from '../../src/notifications/index.ts';
import { noNudge } from '../../src/platform/jobs/index.ts';
import { createLog, type Log } from '../../src/platform/logging/index.ts';
import { layOver, profilesFolder } from '../../src/platform/settings/profile.ts';
import { type Settings, settingsSchema } from '../../src/platform/settings/settings.ts';
import { type DnsRecords, dnsOf } from './dns.ts';
import { type AtEnd, emptyDatabase, type TestDatabase } from './empty-database.ts';
import { type Browser, createBrowser } from './portal-browser.ts';
import { type AddPerson, personAdder } from './portal-people.ts';

export interface PortalOptions {
  profile?: string;
  /** When the stopped clock stands at the start. */
  at?: string;
  /** Differences laid over the profile, written as an operator writes them. */
  settings?: object;
  /** Differences from a sandbox on port 3000. */
  config?: Partial<Config>;
  /** Who needs a code is as the profile says, and not left out for tests about something else. */
  wholeProfile?: boolean;
  /** What the domain name system says, by type and name; all it does not hold is not found. */
  dns?: DnsRecords;
  /** Another node shares these with the first. */
  database?: TestDatabase;
  clock?: StoppedClock;
  /** Where it is for more than the test that starts it. */
  atEnd?: AtEnd;
}

export interface StoppedClock extends Clock {
  advance(by: Duration): void;
}

export interface Portal extends Composition {
  server: FastifyInstance;
  clock: StoppedClock;
  settings: Settings;
  config: Config;
  database: TestDatabase;
  /** A browser nobody used yet, with its own cookies. */
  browser(options?: { userAgent?: string; address?: string }): Browser;
  addPerson: AddPerson;
  /** Does everything that is due, until nothing is left. */
  runDue(): Promise<void>;
  /** What was sent so far, newest first, after doing what is due. */
  inbox(to?: string): Promise<SandboxMessage[]>;
  /** Every statement and every hash since the last call. */
  workDone(): { statements: string[]; hashes: number };
  log: Log;
  logLines: string[];
}

/** The whole product on a database of the test's own, with a stopped clock, listening to nobody. */
export async function portal(options: PortalOptions = {}): Promise<Portal> {
  const database = options.database ?? (await emptyDatabase(options.atEnd));
  const clock = options.clock ?? stoppedClock(new Date(options.at ?? '2026-03-02T09:00:00Z'));
  const config = await testConfig(database.url, options);
  const work = { statements: [] as string[], hashes: 0 };
  const logLines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line) => void logLines.push(line) } });
  const composition = await composeApplication(config, {
    edges: edgesAt(clock, options.dns),
    pool: database.pool,
    nudge: noNudge,
    log,
    onQuery: (sql) => void work.statements.push(sql),
    onHash: () => {
      work.hashes += 1;
    },
  });
  (options.atEnd ?? onTestFinished)(() => composition.server.close());
  const runDue = () => runEverything(composition, clock);
  return {
    ...composition,
    clock,
    config,
    database,
    settings: config.settings,
    browser: (browserOptions) =>
      createBrowser(composition.server, { host: new URL(config.origin).host, ...browserOptions }),
    addPerson: personAdder(composition.needs, clock),
    runDue,
    inbox: async (to) => {
      await runDue();
      return listSandboxMessages(composition.needs.database, { to, limit: 200 });
    },
    workDone: () => {
      const done = { ...work, statements: [...work.statements] };
      work.statements.length = 0;
      work.hashes = 0;
      return done;
    },
    log,
    logLines,
  };
}

export function stoppedClock(start: Date): StoppedClock {
  let now = start;
  return {
    now: () => now,
    advance: (by) => {
      now = after(now, by);
    },
  };
}

const edgesAt = (clock: Clock, dns: DnsRecords = {}): Edges => ({
  clock,
  ids: createIds(clock),
  resolveDns: dnsOf(dns),
  secrets: systemSecrets,
  stopwatch: () => performance.now(),
});

/** Nearly every test is about something else; those about codes say what is needed, and journeys run whole profiles. */
const passwordIsEnough = { secondFactor: { needed: 'nobody' } };

async function testConfig(databaseUrl: string, options: PortalOptions): Promise<Config> {
  const profile = options.profile ?? 'recommended';
  const base = JSON.parse(await readFile(`${profilesFolder}/${profile}.json`, 'utf8'));
  const needed = options.wholeProfile ? {} : passwordIsEnough;
  const settings = settingsSchema.parse(layOver(layOver(base, needed), options.settings ?? {}));
  return {
    mode: 'sandbox',
    sandbox: true,
    profile,
    settings,
    settingsFile: undefined,
    host: '127.0.0.1',
    port: 3000,
    origin: 'http://localhost:3000',
    databaseUrl,
    databasePoolSize: 10,
    rootKeys: new Map([[1, Buffer.alloc(32, 7)]]),
    smtpUrl: undefined,
    imapUrl: undefined,
    mailFrom: 'noreply@gatehouse.example',
    texts: undefined,
    textCallbackToken: undefined,
    trustedProxies: ['127.0.0.1'],
    clamdUrl: undefined,
    metricsToken: undefined,
    logLevel: 'info',
    ...options.config,
  };
}

async function runEverything({ works }: Composition, clock: Clock): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    let handled = 0;
    for (const work of works) handled += await work.runDue(clock.now());
    if (handled === 0) return;
  }
  throw new Error('there is always something due: a work never finishes');
}
