import { after, type Duration, minutes, seconds } from '../kernel/duration.ts';
import type { KeyRing } from '../kernel/key-ring.ts';
import type { Database } from '../platform/database/database.ts';
import type { DueWork } from '../platform/jobs/due-work.ts';
import {
  type ClaimedMessage,
  claimDueMessages,
  recordFailed,
  recordRetry,
  recordSent,
} from './outbox.store.ts';
import { type Channel, deliveryName } from './outbox.ts';
import { firstPoll } from './poll-texts.ts';
import { openContent } from './sealed-content.ts';
import type { SendOutcome, Transport } from './transport.ts';

export interface DeliveryNeeds {
  database: Database;
  keyRing: KeyRing;
  transports: Readonly<Record<Channel, Transport>>;
  /** For the log and the metrics. */
  onAttempt?: (message: { id: string; kind: string; channel: Channel }, result: SendOutcome) => void;
}

/** Longer than any attempt may take, so that a lease only runs out when its holder is gone. */
const lease: Duration = minutes(5);
const batch = 20;

/** Sends what is due. Safe on several nodes: each message is leased to one of them. */
export const deliverMessages = (needs: DeliveryNeeds): DueWork => ({
  name: deliveryName,
  every: seconds(5),
  runDue: async (now) => {
    const claimed = await claimDueMessages(needs.database, {
      now,
      leaseUntil: after(now, lease),
      atMost: batch,
    });
    const ends = await Promise.allSettled(claimed.map((message) => deliver(needs, message, now)));
    const surprise = ends.find((end) => end.status === 'rejected');
    if (surprise) throw surprise.reason;
    return claimed.length;
  },
});

async function deliver(needs: DeliveryNeeds, message: ClaimedMessage, now: Date): Promise<void> {
  const result = await attempt(needs, message);
  needs.onAttempt?.({ id: message.id, kind: message.kind, channel: message.channel }, result);
  switch (result.outcome) {
    case 'sent':
      await recordSent(needs.database, message.id, { now, ...pollingOf(result.providerId, now) });
      return;
    case 'refused-permanently':
      await recordFailed(needs.database, message, result.problem);
      return;
    case 'refused-for-now':
    case 'dropped-before-accepted':
    case 'unknown': {
      const isUncertain = message.wasUncertain || result.outcome === 'unknown';
      const at = after(now, waitAfter(message.attempts));
      const status = isUncertain ? 'uncertain' : 'deferred';
      await recordRetry(needs.database, message, { status, at, problem: result.problem });
    }
  }
}

async function attempt(needs: DeliveryNeeds, message: ClaimedMessage): Promise<SendOutcome> {
  const content = readContent(needs.keyRing, message);
  // A key that is missing today may be back tomorrow; failing for good would erase the message.
  if (!content) return { outcome: 'refused-for-now', problem: 'its key is not in the key ring' };
  const { id, messageId, createdAt, wasUncertain: mayHaveGone } = message;
  return needs.transports[message.channel].send({ id, messageId, createdAt, mayHaveGone, ...content });
}

const pollingOf = (providerId: string | undefined, now: Date) =>
  providerId === undefined ? {} : { providerId, nextPollAt: after(now, firstPoll) };

function readContent(keyRing: KeyRing, message: ClaimedMessage) {
  try {
    return openContent(keyRing, message.id, message.content);
  } catch {
    return undefined;
  }
}

/** Quick at first, for people wait at the screen for a reset link; greylisting asks for some minutes. */
const waits: readonly Duration[] = [
  seconds(10),
  seconds(30),
  minutes(1),
  minutes(2),
  minutes(5),
  minutes(10),
  minutes(15),
];
const longestWait = minutes(30);

export const waitAfter = (attempts: number): Duration => waits[attempts - 1] ?? longestWait;
