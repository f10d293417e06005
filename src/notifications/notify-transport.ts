import type { NotifyClient } from 'notifications-node-client';
import { type Duration, seconds } from '../kernel/duration.ts';
import { type ExchangeOutcome, exchange } from './exchange.ts';
import { notifyRefusals } from './notify-refusals.ts';
import { textOutcome } from './text-outcome.ts';
import { readProviderId, readReport } from './text-report.ts';
import type { Transport } from './transport.ts';

export interface NotifyOptions {
  apiKey: string;
  /** Of a template that holds nothing but `((text))`. */
  templateId: string;
  url: string;
  timeout?: Duration;
}

/** Texts by GOV.UK Notify; its library, which is large, is loaded with the first. */
export function createNotifyTransport({ apiKey, templateId, url, timeout }: NotifyOptions): Transport {
  let opened: Promise<NotifyClient> | undefined;
  const open = () => {
    opened ??= clientOf(url, apiKey, timeout ?? seconds(15));
    return opened;
  };
  return {
    send: async ({ id, to, text, mayHaveGone }) => {
      const client = await open();
      const earlier = mayHaveGone ? await findEarlier(client, id) : 'none';
      if (earlier === 'unanswered')
        return { outcome: 'refused-for-now', problem: 'no word of the earlier one' };
      if (earlier !== 'none') return { outcome: 'sent', providerId: earlier.providerId };
      const options = { personalisation: { text }, reference: id };
      return textOutcome(await answerTo(client.sendSms(templateId, to, options)), notifyRefusals);
    },
    findReport: async (providerId) => {
      const client = await open();
      const answer = await answerTo(client.getNotificationById(encodeURIComponent(providerId)));
      if (answer.outcome === 'failed' || answer.status !== 200) return undefined;
      return readReport((answer.body as { status?: unknown } | undefined)?.status);
    },
    verify: async () => {
      const client = await open();
      const answer = await answerTo(client.getTemplateById(templateId));
      return answer.outcome === 'answered' && answer.status === 200;
    },
    close: () => undefined,
  };
}

interface Request {
  method: 'get' | 'post';
  url: string;
  headers: Record<string, string>;
  data?: unknown;
}

/** The library signs and shapes the requests; they go our way, which knows what may have arrived. */
async function clientOf(url: string, apiKey: string, within: Duration): Promise<NotifyClient> {
  const { NotifyClient } = await import('notifications-node-client');
  const client = new NotifyClient(url, apiKey);
  const ask = ({ method, url, headers, data }: Request) =>
    exchange({ method: method === 'get' ? 'GET' : 'POST', url, headers, body: data, within });
  client.setClient(ask as unknown as Parameters<NotifyClient['setClient']>[0]);
  return client;
}

const answerTo = (request: Promise<unknown>) => request as Promise<ExchangeOutcome>;

/** Asks whether a text is there that nobody knows the end of, so that nobody gets it twice. */
async function findEarlier(
  client: NotifyClient,
  reference: string,
): Promise<{ providerId: string } | 'none' | 'unanswered'> {
  const answer = await answerTo(client.getNotifications('sms', undefined, reference));
  if (answer.outcome === 'failed' || answer.status !== 200) return 'unanswered';
  const { notifications } = (answer.body ?? {}) as { notifications?: unknown };
  if (!Array.isArray(notifications)) return 'unanswered';
  const providerId = readProviderId(notifications[0]);
  return providerId ? { providerId } : 'none';
}
