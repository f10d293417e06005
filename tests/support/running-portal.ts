import { createServer } from 'node:net';
import { beforeAll, onTestFinished } from 'vitest';
import type { AtEnd } from './empty-database.ts';
import { type Portal, type PortalOptions, portal } from './portal.ts';

export interface RunningPortal extends Portal {
  origin: string;
}

/** The whole product on a loopback port of its own: what a browser sees. Its clock stands still, and works run when asked. */
export async function runningPortal(options: PortalOptions = {}): Promise<RunningPortal> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const composed = await portal({
    wholeProfile: true,
    ...options,
    config: { port, origin, ...options.config },
  });
  await composed.server.listen({ host: '127.0.0.1', port });
  (options.atEnd ?? onTestFinished)(() => composed.server.server.closeAllConnections());
  return { ...composed, origin };
}

/** One for all tests of a file, each of which has practices and people of its own; with what it needs beside it, if asked for by a function. */
export function sharedPortal(
  options: PortalOptions | ((atEnd: AtEnd) => Promise<PortalOptions>),
): () => RunningPortal {
  let the: RunningPortal | undefined;
  beforeAll(async () => {
    const ends: Parameters<AtEnd>[0][] = [];
    const atEnd: AtEnd = (end) => void ends.unshift(end);
    const chosen = typeof options === 'function' ? await options(atEnd) : options;
    the = await runningPortal({ ...chosen, atEnd });
    return async () => {
      for (const end of ends) await end();
    };
  });
  return () => {
    if (!the) throw new Error('the portal runs for tests only');
    return the;
  };
}

/** The origin is part of the composition, so the port must be known before anything listens on it. */
function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((done, fail) => {
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : fail()));
    });
  });
}
