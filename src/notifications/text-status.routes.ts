import { z } from 'zod';
import type { Clock } from '../kernel/clock.ts';
import { NotAllowed } from '../kernel/endings.ts';
import { anyone } from '../kernel/policy.ts';
import { equalInConstantTime } from '../kernel/secrets.ts';
import type { Database } from '../platform/database/database.ts';
import { type Route, route } from '../platform/http/index.ts';
import { recordReport } from './text-report.store.ts';
import { readProviderId, readReport } from './text-report.ts';

interface TextStatusNeeds {
  clock: Clock;
  database: Database;
}

export const textStatusAddress = '/notifications/text-status';

/** Where GOV.UK Notify, or a gateway, says what became of a text. Without a token set nobody is believed. */
export const textStatusRoutes = (needs: TextStatusNeeds, token: string | undefined): Route[] => [
  route(
    {
      method: 'POST',
      address: textStatusAddress,
      policy: anyone,
      supportAccess: 'never',
      machinery: true,
      takesJson: true,
    },
    async (request, reply) => {
      if (!token || !equalInConstantTime(request.headers.authorization ?? '', `Bearer ${token}`))
        throw new NotAllowed('report on texts');
      const told = readCallback(request.body);
      if (!told) return reply.code(400).send();
      const report = readReport(told.status);
      if (report) await recordReport(needs.database, told, report, needs.clock.now());
      return reply.code(204).send();
    },
  ),
];

const callback = z.object({
  id: z.union([z.string(), z.number()]),
  reference: z.string().max(200).nullish(),
  status: z.string().max(40),
});

function readCallback(body: unknown) {
  const read = callback.safeParse(body);
  const providerId = read.success ? readProviderId(read.data) : undefined;
  if (!read.success || !providerId) return undefined;
  return { providerId, reference: read.data.reference ?? undefined, status: read.data.status };
}
