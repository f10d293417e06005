import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

export interface ServedPortal {
  readonly port: number;
  readonly pid: number;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

/** The name it is asked under; nothing is resolved, as every request goes to loopback. */
export const benchHost = 'bench.example';

/** What the launcher and an operator give the application. */
export const productionEnvironment = ({
  databaseUrl,
  smtpUrl,
}: {
  databaseUrl: string;
  smtpUrl: string;
}) => ({
  PATH: process.env.PATH,
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  SMTP_URL: smtpUrl,
  MAIL_FROM: `noreply@${benchHost}`,
  GATEHOUSE_ORIGIN: `https://${benchHost}`,
  GATEHOUSE_ROOT_KEYS: rootKey,
  TRUSTED_PROXIES: '127.0.0.1',
});

/** As the launcher and the container start it. */
const flags = ['--enable-source-maps', '--max-semi-space-size=8'];

/** What the product seals with, so that people can be given sealed secrets. */
export const rootKey = randomBytes(32).toString('base64');

/**
 * A bench on one machine must not be taken for an attack. A password is enough for whoever has no code, so that log ins
 * are measured whole; the code step has people of its own.
 */
const settings = { lockout: { triesPerNetwork: 1_000_000 }, secondFactor: { needed: 'nobody' } };

interface ServeOptions {
  databaseUrl: string;
  smtpUrl: string;
  folder: string;
}

/** `gatehouse serve` with durable writes and its usual log, which goes to a file. */
export async function servePortal({ databaseUrl, smtpUrl, folder }: ServeOptions): Promise<ServedPortal> {
  const port = await freePort();
  const settingsFile = join(folder, 'settings.json');
  await writeFile(settingsFile, JSON.stringify(settings));
  const log = openSync(join(folder, `portal-${port}.log`), 'a');
  const child = spawn(process.execPath, [...flags, 'dist/main.js', 'serve'], {
    stdio: ['ignore', log, 'inherit'],
    env: {
      ...productionEnvironment({ databaseUrl, smtpUrl }),
      GATEHOUSE_PORT: String(port),
      GATEHOUSE_SETTINGS: settingsFile,
    },
  });
  await untilReady(port, child);
  return { port, pid: child.pid ?? 0, databaseUrl, stop: () => stop(child) };
}

async function untilReady(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error('the application ended while it started');
    const answer = await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error('the application did not start within half a minute');
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
