import type { DeliveryNeeds } from '../notifications/index.ts';
import type { Log } from '../platform/logging/index.ts';
import type { Metrics } from '../platform/metrics/index.ts';

/** Counts every attempt to send a message, and logs those that did not end well. */
export const noteAttempt =
  (metrics: Metrics, log: Log): NonNullable<DeliveryNeeds['onAttempt']> =>
  (message, result) => {
    metrics.attempted(message.channel, result.outcome);
    if (result.outcome !== 'sent') log.warn({ ...message, ...result }, 'a message was not sent');
  };
