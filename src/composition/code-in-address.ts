import type { FastifyRequest } from 'fastify';
import { readOrganisationCode } from '../organisations/index.ts';

/** Of pages below an organisation's own address: the code it has there. */
export function codeInAddress({ routeOptions, params }: FastifyRequest): string | undefined {
  if (!routeOptions.url?.startsWith('/organisations/:code')) return undefined;
  const { code } = params as { code?: unknown };
  const read = readOrganisationCode(typeof code === 'string' ? code : '');
  return read.outcome === 'code' ? read.code : undefined;
}
