import { onTestFinished } from 'vitest';
import { after, hours, seconds } from '../../src/kernel/duration.ts';
import { createIds } from '../../src/kernel/ids.ts';
import { createKeyRing } from '../../src/kernel/key-ring.ts';
import { deliverMessages } from '../../src/notifications/deliver-messages.ts';
import { expireMessages } from '../../src/notifications/expire-messages.ts';
import { createOutbox, type Message } from '../../src/notifications/outbox.ts';
import { pollTexts } from '../../src/notifications/poll-texts.ts';
import { readSmtpServer } from '../../src/notifications/smtp-server-url.ts';
import { createSmtpTransport } from '../../src/notifications/smtp-transport.ts';
import { type Transport, unavailableTransport } from '../../src/notifications/transport.ts';
import { inTransaction } from '../../src/platform/database/database.ts';
import { emptyDatabase } from './empty-database.ts';

export const start = new Date('2026-03-02T09:00:00Z');
const keyRing = createKeyRing(new Map([[1, new Uint8Array(32).fill(7)]]));
export const from = { name: 'Northgate Portal', address: 'portal@northgate.example' };
/** For servers that never answer, which a test should not wait for long. */
const quick = { connection: seconds(1), silence: 300, attempt: seconds(3) };

/** For letters so large that a busy machine takes a while over them. */
export const patient = { connection: seconds(10), silence: seconds(10), attempt: seconds(60) };

/** An outbox and its delivery through the given server, under a clock that only `wait` moves. */
export async function postOffice(
  url: string,
  options: { isHere?: boolean; ring?: typeof keyRing; sms?: Transport; timeouts?: typeof quick } = {},
) {
  const { database } = await emptyDatabase();
  let now = start;
  const clock = { now: () => now };
  const nudges: string[] = [];
  const attempts: string[] = [];
  const outbox = createOutbox({
    clock,
    ids: createIds(clock),
    keyRing,
    mailDomain: 'northgate.example',
    nudge: async (_tx, work) => void nudges.push(work),
  });
  const server = { ...readSmtpServer(url), isHere: options.isHere ?? true };
  const email = createSmtpTransport({ server, from, timeouts: options.timeouts ?? quick });
  onTestFinished(() => email.close());
  const transports = { email, sms: options.sms ?? unavailableTransport };
  const work = deliverMessages({
    database,
    keyRing: options.ring ?? keyRing,
    transports,
    onAttempt: (_message, result) => void attempts.push(result.outcome),
  });
  return {
    database,
    outbox,
    nudges,
    attempts,
    email,
    put: (message: Partial<Message> = {}) =>
      inTransaction(database, (tx) =>
        outbox.put(tx, { ...letter, expiresAt: after(now, hours(1)), ...message }),
      ),
    look: () => work.runDue(now),
    poll: () => pollTexts({ database, transports }).runDue(now),
    expire: () => expireMessages({ database }).runDue(now),
    wait: (duration: number) => {
      now = after(now, duration);
    },
    now: () => now,
    rows: () => database.selectFrom('outbox').selectAll().orderBy('id').execute(),
    only: () => database.selectFrom('outbox').selectAll().executeTakeFirstOrThrow(),
  };
}

export const letter = {
  kind: 'reset-link',
  channel: 'email' as const,
  to: 'amara.okafor@practice.test',
  subject: 'Reset your password – Zoë’s practice',
  html: '<p>Use <a href="https://portal.example/reset-password/abc">this link</a>, Zoë.</p>',
  text: 'Use https://portal.example/reset-password/abc\n.\nZoë',
};

/** The difference that makes the letter a text message. */
export const asText = {
  kind: 'log-in-code',
  channel: 'sms' as const,
  to: '+447700900123',
  subject: '',
  html: '',
  text: '482917 is your security code.\n\n@portal.example #482917',
};
