import type { FastifyInstance } from 'fastify';

const sweepMs = 100;

/** A browser keeps its connection for a minute after an answer, which would hold up a stop that waits for it. */
export function endConnectionsWhenClosing(server: FastifyInstance): void {
  let sweep: NodeJS.Timeout | undefined;
  server.addHook('preClose', async () => {
    sweep = setInterval(() => server.server.closeIdleConnections(), sweepMs);
  });
  server.addHook('onSend', async (_request, reply) => {
    if (sweep) reply.header('connection', 'close');
  });
  server.addHook('onClose', async () => clearInterval(sweep));
}
