import type { Thread } from './mail-thread.ts';
import type { TextReport } from './text-report.ts';

/** One message on its way out. */
export interface Envelope {
  /** The outbox's own id, the same at every attempt. */
  id: string;
  messageId: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  thread?: Thread;
  createdAt: Date;
  /** Nobody knows whether an earlier attempt went. */
  mayHaveGone?: boolean;
}

/**
 * How one attempt ended. `dropped-before-accepted`: the server cannot have taken it. `unknown`: everything was handed
 * over and no answer came, so it may arrive. A problem never holds anything personal.
 */
export type SendOutcome =
  /** `providerId`: the other side's name for it, to ask by what became of it. */
  | { outcome: 'sent'; providerId?: string }
  | { outcome: 'refused-permanently'; problem: string }
  | { outcome: 'refused-for-now'; problem: string }
  | { outcome: 'dropped-before-accepted'; problem: string }
  | { outcome: 'unknown'; problem: string };

export interface Transport {
  send(envelope: Envelope): Promise<SendOutcome>;
  /** What the other side says became of a message it took; undefined where it says nothing now. */
  findReport?(providerId: string): Promise<TextReport | undefined>;
  /** Whether the other side would take messages now. */
  verify(): Promise<boolean>;
  close(): void;
}

/** For a channel the operator has not set up: says so in the message's record. */
export const unavailableTransport: Transport = {
  send: async () => ({ outcome: 'refused-permanently', problem: 'no transport for this channel' }),
  verify: async () => true,
  close: () => undefined,
};
