import { addressOf, benchPassword, sessionTokenOf } from './bench-people.ts';
import { type BenchVisitor, visit } from './bench-visitor.ts';
import type { Ask } from './load.ts';
import { benchHost } from './serve-portal.ts';

/** Log ins of as many different people, each with a form of the product's own and from another address. */
export async function logInAsks(
  port: number,
  people: { from: number; count: number; known: number },
): Promise<Ask[]> {
  const visitor = await visit(port, '/log-in');
  return Array.from({ length: people.count }, (_, index) =>
    logInAsk(visitor, addressOf(1 + ((people.from + index) % people.known)), benchPassword, index),
  );
}

export const logInAsk = (visitor: BenchVisitor, identifier: string, password: string, index: number): Ask =>
  formAsk(visitor, '/log-in', { identifier, password, next: '' }, index);

/** A reserved range (RFC 2544), so that no limit by network is met. */
const someNetwork = (index: number): string => `198.18.${(index >> 8) & 255}.${index & 255}`;

export function formAsk(
  { cookie, csrf }: BenchVisitor,
  path: string,
  fields: Record<string, string>,
  index: number,
): Ask {
  const body = new URLSearchParams({ csrf, ...fields }).toString();
  return {
    method: 'POST',
    path,
    headers: {
      host: benchHost,
      cookie,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      'x-forwarded-for': someNetwork(index),
    },
    body,
  };
}

export const accountAsk = (number: number): Ask => ({
  method: 'GET',
  path: '/account',
  headers: {
    host: benchHost,
    cookie: `__Host-session=${sessionTokenOf(number)}; __Host-visitor=${'v'.repeat(43)}`,
  },
});
