import { availableParallelism } from 'node:os';
import type pg from 'pg';
import { type Audit, createAudit } from '../audit/index.ts';
import type { Config } from '../config.ts';
import {
  createPasswordHasher,
  type HelpersFor,
  type NoteUse,
  type OrganisationWatch,
  type PasswordHasher,
  type TicketWatch,
} from '../identity/index.ts';
import { type Duration, seconds } from '../kernel/duration.ts';
import { createKeyRing, type KeyRing } from '../kernel/key-ring.ts';
import {
  createOutbox,
  createSendEmail,
  createSendText,
  type SendEmail,
  type SendText,
} from '../notifications/index.ts';
import { helpersFor, noteUse, organisationWatch } from '../organisations/index.ts';
import { createDatabase, type Database } from '../platform/database/database.ts';
import { createFileStore, type FileStore } from '../platform/files/index.ts';
import type { Nudge } from '../platform/jobs/index.ts';
import { createLive, eventStreams, type Live, type Streams } from '../platform/live/index.ts';
import type { Log } from '../platform/logging/index.ts';
import { createScanner, type Scanner } from '../platform/scanner/index.ts';
import type { Settings } from '../platform/settings/settings.ts';
import {
  type Mailbox,
  type OurMail,
  ourMail,
  readMailbox,
  readNotices,
  ticketWatch,
} from '../support/index.ts';
import type { Edges } from './edges.ts';

/** What the operations are handed; each names in its own `Needs` the part it touches. */
export interface Needs extends Edges {
  audit: Audit;
  database: Database;
  files: FileStore;
  /** Who of their organisations can help somebody: identity asks, the organisations know. */
  helpersFor: HelpersFor;
  hasher: PasswordHasher;
  keyRing: KeyRing;
  /** What other nodes change, for those who look. */
  live: Live;
  /** The mailbox that is read; none where the operator named none. */
  mailbox: Mailbox | undefined;
  /** Where it is written that somebody acts for an organisation. */
  noteUse: NoteUse;
  nudge: Nudge;
  /** What identity asks of organisations when an account goes. */
  organisationWatch: OrganisationWatch;
  origin: string;
  /** By what we know our own mail when it comes back. */
  ourMail: OurMail;
  sandbox: boolean;
  /** None unless the operator runs one. */
  scanner: Scanner | undefined;
  sendEmail: SendEmail;
  sendText: SendText;
  /** What is known to be wrong just now: log in shows it, support knows. */
  serviceNotices: ReturnType<typeof readNotices>;
  settings: Settings;
  /** The streams of events that browsers of this node hold open. */
  streams: Streams;
  /** What identity asks of tickets when their owner died. */
  ticketWatch: TicketWatch;
}

export interface NeedsOptions {
  edges: Edges;
  pool: pg.Pool;
  nudge: Nudge;
  log?: Log;
  onQuery?: (sql: string) => void;
  onHash?: (took: Duration) => void;
}

export function composeNeeds(config: Config, options: NeedsOptions): Needs {
  const { edges, pool, nudge, log, onQuery, onHash } = options;
  const { origin, sandbox, settings } = config;
  const mailbox = config.imapUrl === undefined ? undefined : readMailbox(config.imapUrl);
  const keyRing = createKeyRing(config.rootKeys);
  const mailDomain = config.mailFrom.split('@')[1] ?? 'localhost';
  const outbox = createOutbox({ ...edges, keyRing, nudge, mailDomain });
  const limits = { atOnce: availableParallelism(), longestWait: seconds(0.6), ...(onHash && { onHash }) };
  const database = createDatabase(pool, onQuery);
  const needs = {
    ...edges,
    audit: createAudit({ ...edges, keyRing }),
    database,
    files: createFileStore({ ...edges, keyRing }),
    helpersFor: helpersFor({ settings }),
    hasher: createPasswordHasher(edges.stopwatch, limits),
    keyRing,
    live: createLive({
      databaseUrl: config.databaseUrl,
      onTrouble: (error) => log?.warn({ err: error }, 'the line to the other nodes was lost'),
    }),
    noteUse: noteUse(database),
    mailbox,
    nudge,
    origin,
    ourMail: ourMail(settings, { mailFrom: config.mailFrom, mailbox }),
    sandbox,
    scanner: config.clamdUrl === undefined ? undefined : createScanner(config.clamdUrl),
    sendEmail: createSendEmail({ outbox, serviceName: settings.service.name, origin }),
    sendText: createSendText({ outbox }),
    serviceNotices: readNotices({ ...edges, database }),
    settings,
    streams: eventStreams(),
  };
  return { ...needs, organisationWatch: organisationWatch(needs), ticketWatch: ticketWatch(needs) };
}
