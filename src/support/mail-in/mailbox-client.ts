import type { ImapFlow, ImapFlowError } from 'imapflow';
import { type Duration, minutes, seconds } from '../../kernel/duration.ts';
import type { Mailbox } from './mailbox.ts';

export interface MailboxTimeouts {
  connection: Duration;
  /** Silence from the server at any later moment. */
  silence: Duration;
  /** The whole look, for servers that drip; shorter than the lease on the mailbox. */
  look: Duration;
}

export const usualTimeouts: MailboxTimeouts = {
  connection: seconds(10),
  silence: seconds(30),
  look: minutes(4),
};

export interface OpenMailbox {
  /** Changes when the server numbers its mail anew. */
  uidValidity: number;
  /** The highest number of any mail that had come when it was opened. */
  newestUid: number;
  /** The numbers of mail that came after, lowest first; of a mailbox that is new to us the unread ones. */
  list(after: ListAfter): Promise<number[]>;
  /** Undefined when it is gone meanwhile. */
  sizeOf(uid: number): Promise<number | undefined>;
  /** The whole of it, or it throws in the middle. */
  download(uid: number): AsyncIterable<Uint8Array>;
  markRead(uid: number): Promise<void>;
}

export type ListAfter = { uid: number } | { since: Date } | 'unread';

/** Opens a mailbox for as long as `use` takes; nothing of it stays open, whatever happens. */
export async function withMailbox<Result>(
  mailbox: Mailbox,
  timeouts: MailboxTimeouts,
  use: (open: OpenMailbox) => Promise<Result>,
): Promise<Result> {
  // Thirteen megabytes that only an installation with a mailbox needs.
  const imap = await import('imapflow');
  const client = new imap.ImapFlow(optionsFor(mailbox, timeouts));
  // What went wrong rejects the command under way; without a listener it would also end the process.
  client.on('error', () => undefined);
  const deadline = setTimeout(() => client.close(), timeouts.look);
  try {
    await asked(client.connect());
    await asked(client.mailboxOpen(mailbox.folder));
    const result = await use(opened(client));
    await client.logout().catch(() => undefined);
    return result;
  } finally {
    clearTimeout(deadline);
    client.close();
  }
}

const optionsFor = (mailbox: Mailbox, timeouts: MailboxTimeouts) => ({
  host: mailbox.host,
  port: mailbox.port,
  secure: mailbox.secure,
  ...(!mailbox.secure && !mailbox.isHere && { doSTARTTLS: true }),
  tls: { minVersion: 'TLSv1.2' as const, rejectUnauthorized: !mailbox.isHere },
  auth: { user: mailbox.user, pass: mailbox.password },
  logger: false as const,
  disableAutoIdle: true,
  connectionTimeout: timeouts.connection,
  greetingTimeout: timeouts.connection,
  socketTimeout: timeouts.silence,
});

const opened = (client: ImapFlow): OpenMailbox => ({
  uidValidity: client.mailbox ? Number(client.mailbox.uidValidity) : 0,
  newestUid: client.mailbox ? Math.max(0, Number(client.mailbox.uidNext ?? 1) - 1) : 0,
  list: async (after) => {
    const found = await asked(client.search(searchFor(after), { uid: true }));
    const uids = (found || []).toSorted((one, other) => one - other);
    // `7:*` finds the newest even when it is older than 7.
    return typeof after === 'object' && 'uid' in after ? uids.filter((uid) => uid > after.uid) : uids;
  },
  sizeOf: async (uid) => {
    const found = await asked(client.fetchOne(uid, { size: true }, { uid: true }));
    return found ? found.size : undefined;
  },
  download: async function* (uid) {
    const { content } = await asked(client.download(uid, undefined, { uid: true }));
    if (!content) throw new MailboxTrouble('broken-off');
    try {
      yield* content;
    } catch (error) {
      throw new MailboxTrouble(problemOf(error));
    }
  },
  markRead: async (uid) => void (await asked(client.messageFlagsAdd(uid, ['\\Seen'], { uid: true }))),
});

const searchFor = (after: ListAfter) => {
  if (after === 'unread') return { seen: false };
  return 'uid' in after ? { uid: `${after.uid + 1}:*` } : { since: after.since };
};

export type MailboxProblem = 'unreachable' | 'log-in-refused' | 'no-such-folder' | 'broken-off';

/** The mailbox failed, and not we: it is told to staff and tried again. */
export class MailboxTrouble extends Error {
  readonly problem: MailboxProblem;
  constructor(problem: MailboxProblem) {
    super(problem);
    this.problem = problem;
  }
}

async function asked<Answer>(question: Promise<Answer>): Promise<Answer> {
  try {
    return await question;
  } catch (error) {
    throw new MailboxTrouble(problemOf(error));
  }
}

/** What staff can do something about; the server's own words may quote people's mail, and are left out. */
function problemOf(error: unknown): MailboxProblem {
  const { authenticationFailed, mailboxMissing, code, responseStatus } = error as ImapFlowError;
  if (authenticationFailed) return 'log-in-refused';
  if (mailboxMissing || responseStatus === 'NO') return 'no-such-folder';
  return unreachable.has(code ?? '') ? 'unreachable' : 'broken-off';
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'CONNECT_TIMEOUT',
  'GREETING_TIMEOUT',
]);
