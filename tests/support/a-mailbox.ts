import { seconds } from '../../src/kernel/duration.ts';
import { type ImapMisbehaviour, type ImapServer, startImapServer } from './imap-server.ts';
import { type Portal, type PortalOptions, portal } from './portal.ts';

export interface MailPortal extends Portal {
  imap: ImapServer;
  /** E-mails arrive a second later, and everything that is due is done. */
  arrives(...mails: (string | Buffer)[]): Promise<void>;
  tickets(): Promise<TicketSeen[]>;
  messages(): Promise<MessageSeen[]>;
  /** What came of every mail so far, in the order they came. */
  effects(): Promise<{ state: string; effect: string | null; problem: string | null }[]>;
}

interface TicketSeen {
  reference: string;
  title: string;
  state: string;
  channel: string;
  subject: string;
  email: string;
  accountId: string | null;
}

interface MessageSeen {
  reference: string;
  kind: string;
  body: string;
  quoted: string | null;
  bouncedAt: Date | null;
  bounceReason: string | null;
}

/** A portal that reads a mailbox of its own on loopback. */
export async function portalWithMailbox(
  options: PortalOptions = {},
  misbehaviour: ImapMisbehaviour = {},
): Promise<MailPortal> {
  const imap = await startImapServer(misbehaviour);
  const the = await portal({ ...options, config: { imapUrl: imap.url, ...options.config } });
  const { database } = the.needs;
  return {
    ...the,
    imap,
    arrives: async (...mails) => {
      the.clock.advance(seconds(1));
      for (const mail of mails) imap.put(mail);
      await the.runDue();
    },
    tickets: () =>
      database
        .selectFrom('ticket')
        .innerJoin('requester', 'requester.id', 'ticket.requester_id')
        .select([
          'ticket.reference',
          'ticket.title',
          'ticket.state',
          'ticket.channel',
          'ticket.subject_key as subject',
          'requester.canonical as email',
          'ticket.account_id as accountId',
        ])
        .orderBy('ticket.created_at')
        .orderBy('ticket.id')
        .execute(),
    messages: () =>
      database
        .selectFrom('ticket_message')
        .innerJoin('ticket', 'ticket.id', 'ticket_message.ticket_id')
        .select([
          'ticket.reference',
          'ticket_message.kind',
          'ticket_message.body',
          'ticket_message.quoted',
          'ticket_message.bounced_at as bouncedAt',
          'ticket_message.bounce_reason as bounceReason',
        ])
        .orderBy('ticket_message.created_at')
        .orderBy('ticket_message.id')
        .execute(),
    effects: () =>
      database.selectFrom('mail_in').select(['state', 'effect', 'problem']).orderBy('uid').execute(),
  };
}

export interface MailWritten {
  from?: string;
  subject?: string;
  text?: string;
  messageId?: string;
  inReplyTo?: string;
  headers?: Readonly<Record<string, string>>;
}

let written = 0;

/** An e-mail as a person's mail program writes it. */
export function mailOf({
  from = 'Amara Osei <amara@practice.test>',
  text = 'I cannot log in since Monday.',
  ...mail
}: MailWritten = {}): string {
  written += 1;
  const headers = {
    From: from,
    To: 'Support <support@gatehouse.example>',
    Subject: mail.subject ?? 'I cannot log in',
    'Message-ID': mail.messageId ?? `<letter-${written}@practice.test>`,
    Date: 'Mon, 02 Mar 2026 08:59:00 +0000',
    ...(mail.inReplyTo !== undefined && { 'In-Reply-To': mail.inReplyTo, References: mail.inReplyTo }),
    'Content-Type': 'text/plain; charset=utf-8',
    ...mail.headers,
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [...head, '', text, ''].join('\n');
}
