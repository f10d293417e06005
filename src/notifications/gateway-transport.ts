import { type Duration, seconds } from '../kernel/duration.ts';
import { exchange } from './exchange.ts';
import { type Refusals, textOutcome } from './text-outcome.ts';
import { readReport } from './text-report.ts';
import type { Transport } from './transport.ts';

export interface GatewayOptions {
  url: string;
  token: string;
  timeout?: Duration;
}

/** Texts by any gateway that takes `{ to, text, reference }`, and one reference once. */
export function createGatewayTransport({ url, token, timeout }: GatewayOptions): Transport {
  const within = timeout ?? seconds(15);
  const headers = { authorization: `Bearer ${token}` };
  return {
    send: async ({ id, to, text }) => {
      const body = { to, text, reference: id };
      return textOutcome(await exchange({ method: 'POST', url, headers, body, within }), gatewayRefusals);
    },
    findReport: async (providerId) => {
      const one = `${url.replace(/\/$/, '')}/${encodeURIComponent(providerId)}`;
      const answer = await exchange({ method: 'GET', url: one, headers, within });
      if (answer.outcome === 'failed' || answer.status !== 200) return undefined;
      return readReport((answer.body as { status?: unknown } | undefined)?.status);
    },
    verify: async () => true,
    close: () => undefined,
  };
}

/** 400 and 422 are about the message; a key, an address or a limit passes when it is put right. */
const gatewayRefusals: Refusals = {
  meaningOf: ({ status }) => {
    if (status === 400 || status === 422) return 'refused-permanently';
    return status < 500 || status === 503 ? 'refused-for-now' : 'unknown';
  },
  describe: ({ status }) => `${status}`,
};
