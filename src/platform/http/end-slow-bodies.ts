import type { FastifyRequest } from 'fastify';
import { longestBody } from './multipart-streamed.ts';
import type { Route } from './route.ts';

/** The server waits for large files; whoever sends any other form has half a minute. */
export function endSlowBodies(route: Route) {
  const { method, uploads } = route;
  if (method !== 'POST' || (typeof uploads === 'object' && 'streamed' in uploads)) return [];
  return [
    async ({ raw }: FastifyRequest) => {
      if (raw.complete) return;
      const timer = setTimeout(() => raw.destroy(), longestBody);
      timer.unref();
      const stop = () => clearTimeout(timer);
      raw.once('end', stop).once('close', stop);
    },
  ];
}
