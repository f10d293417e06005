import {
  createTransport,
  type NodemailerError,
  type SendMailOptions,
  type SMTPPoolOptions,
} from 'nodemailer';
import { type Duration, minutes, seconds } from '../kernel/duration.ts';
import type { Thread } from './mail-thread.ts';
import { outcomeOfFailure } from './smtp-outcome.ts';
import type { SmtpServer } from './smtp-server-url.ts';
import type { Envelope, Transport } from './transport.ts';

export interface SmtpOptions {
  server: SmtpServer;
  from: { name: string; address: string };
  timeouts?: Partial<SmtpTimeouts>;
}

export interface SmtpTimeouts {
  connection: Duration;
  /** Silence from the server at any later moment. */
  silence: Duration;
  /** The whole attempt, for servers that drip; shorter than the lease on the message. */
  attempt: Duration;
}

const usualTimeouts: SmtpTimeouts = {
  connection: seconds(10),
  silence: seconds(30),
  attempt: minutes(2),
};

export function createSmtpTransport({ server, from, timeouts }: SmtpOptions): Transport {
  const limits = { ...usualTimeouts, ...timeouts };
  const handedOver = new WeakSet<AbortSignal>();
  const mailer = createTransport(poolOptions(server, limits));
  mailer.use('stream', (mail, done) => {
    const { signal } = mail.data;
    if (signal) mail.message.processFunc((whole) => whole.once('end', () => handedOver.add(signal)));
    done();
  });
  return {
    send: async (envelope) => {
      const signal = AbortSignal.timeout(limits.attempt);
      try {
        await mailer.sendMail({ ...mailOf(envelope, from), signal });
        return { outcome: 'sent' };
      } catch (error) {
        return outcomeOfFailure(error as NodemailerError, handedOver.has(signal));
      }
    },
    verify: () =>
      mailer.verify().then(
        () => true,
        () => false,
      ),
    close: () => mailer.close(),
  };
}

const poolOptions = (server: SmtpServer, limits: SmtpTimeouts): SMTPPoolOptions & { pool: true } => ({
  pool: true,
  host: server.host,
  port: server.port,
  secure: server.secure,
  requireTLS: !server.secure && !server.isHere,
  tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !server.isHere },
  auth: server.auth,
  maxConnections: 5,
  // Once only, and only while nothing of the message was read: a pooled connection the server had closed meanwhile.
  maxRequeues: 1,
  idleTimeout: seconds(30),
  connectionTimeout: limits.connection,
  greetingTimeout: limits.connection,
  dnsTimeout: limits.connection,
  socketTimeout: limits.silence,
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** The same bytes at every attempt, but for the boundary: the date and Message-ID are the message's own. */
const mailOf = (envelope: Envelope, from: SmtpOptions['from']): SendMailOptions => ({
  from,
  to: { name: '', address: envelope.to },
  envelope: { from: from.address, to: [envelope.to] },
  subject: envelope.subject,
  text: envelope.text,
  html: envelope.html,
  messageId: envelope.messageId,
  date: envelope.createdAt,
  ...threadOf(envelope.thread),
  headers: {
    'Auto-Submitted': envelope.thread?.inReplyTo ? 'auto-replied' : 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    // By which we know our own mail when it comes back.
    'X-Loop': from.address,
  },
});

const threadOf = ({ replyTo, inReplyTo, references }: Thread = {}): SendMailOptions => ({
  ...(replyTo !== undefined && { replyTo: { name: '', address: replyTo } }),
  ...(inReplyTo !== undefined && { inReplyTo }),
  ...(references && references.length > 0 && { references: [...references] }),
});
