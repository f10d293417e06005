import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { findCodes, findLinks } from './links-and-codes.ts';
import type { Channel } from './outbox.ts';
import { addSandboxMessage } from './sandbox-message.store.ts';
import type { Transport } from './transport.ts';

interface SandboxTransportNeeds {
  database: Database;
  clock: Clock;
}

/** Keeps what would have been sent, so that people trying Gatehouse can read it. Sends nothing anywhere. */
export const createSandboxTransport = (
  { database, clock }: SandboxTransportNeeds,
  channel: Channel,
): Transport => ({
  send: async ({ id, to, subject, text, html }) => {
    const found = { links: findLinks(text, html), codes: findCodes(text) };
    await addSandboxMessage(database, { id, channel, to, subject, text, html, ...found, at: clock.now() });
    return { outcome: 'sent' };
  },
  verify: async () => true,
  close: () => undefined,
});
