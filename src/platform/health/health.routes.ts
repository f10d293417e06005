import { type Duration, seconds } from '../../kernel/duration.ts';
import { anyone } from '../../kernel/policy.ts';
import { type Route, route } from '../http/index.ts';
import { type Check, readHealth } from './health.ts';

const machinery = { method: 'GET', policy: anyone, supportAccess: 'never', machinery: true } as const;

/** For whatever starts, stops and balances the nodes. */
export const healthRoutes = (
  checks: Readonly<Record<string, Check>>,
  limit: Duration = seconds(1),
): Route[] => [
  route({ ...machinery, address: '/health/live' }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ state: 'good' }),
  ),
  route({ ...machinery, address: '/health/ready' }, async (_request, reply) => {
    const health = await readHealth(checks, limit);
    return reply
      .code(health.state === 'good' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(health);
  }),
];
