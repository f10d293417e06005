import { tmpdir } from 'node:os';
import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../src/kernel/clock.ts';
import { createIds } from '../../src/kernel/ids.ts';
import { createKeyRing } from '../../src/kernel/key-ring.ts';
import { systemSecrets } from '../../src/kernel/secrets.ts';
import type { Language } from '../../src/kernel/words.ts';
import { createServer, type Route } from '../../src/platform/http/index.ts';
import { aVisit } from '../ui/visits.ts';

/** The real web server with these routes alone, and nobody logged in. */
export async function serveRoutes(routes: Route[], language: Language = 'en'): Promise<FastifyInstance> {
  const server = await createServer(
    {
      ids: createIds(systemClock),
      secrets: systemSecrets,
      keyRing: createKeyRing(new Map([[1, new Uint8Array(32).fill(7)]])),
      identify: async () => undefined,
      findEndedSession: async () => undefined,
      isConfirmed: () => false,
      keptForms: { keep: async () => undefined, read: async () => undefined, forget: async () => undefined },
      languageOf: () => language,
      refusalPage: async () => undefined,
      endingPage: (_request, status) => `${status}`,
      logInAddress: () => '/log-in',
      confirmAddress: () => '/account/confirm',
      onAnswer: () => undefined,
      onSurprise: (_request, error) => {
        throw error;
      },
    },
    { origin: 'http://localhost:3000', sandbox: true, trustedProxies: [], assetsFolder: tmpdir() },
    routes,
  );
  server.decorateRequest('visit', { getter: () => aVisit({ language, sandbox: false }) });
  onTestFinished(() => server.close());
  return server;
}
