import { recordListing } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { EmailAddress } from '../../../kernel/email-address.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../../platform/database/database.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import type { Nudge } from '../../../platform/jobs/index.ts';
import { handleMailName, type Mail, type MailInId } from '../../mail-in/mail.ts';
import { readMailApart } from '../../mail-in/mail-apart.ts';
import { endMail, type MailInState } from '../../mail-in/mail-in.store.ts';
import type { Mailbox } from '../../mail-in/mailbox.ts';
import { findMailboxState, type MailboxState } from '../../mail-in/mailbox-position.store.ts';
import { readWhole } from '../../mail-in/read-whole.ts';
import { overseeTickets } from '../../policy.ts';
import { openTicket } from '../../tickets/open-ticket.ts';
import { holdRequester } from '../../tickets/requester.store.ts';
import { subjectOf } from '../../tickets/ticket.ts';
import { type WriteMessageNeeds, writeMessage } from '../../tickets/write-message.ts';
import {
  countMail,
  findMailIn,
  holdMailForStaff,
  type ListedMail,
  listMail,
  tryMailAgain,
} from './desk-mail.store.ts';

export interface DeskMailNeeds extends WriteMessageNeeds {
  database: Database;
  files: FileStore;
  mailbox: Mailbox | undefined;
  nudge: Nudge;
}

const onPage = 25;

export interface MailList {
  state: MailInState;
  mails: ListedMail[];
  counts: Record<MailInState, number>;
  page: number;
  pages: number;
  /** Nothing where no mailbox is set up. */
  mailbox: MailboxState | 'not-read-yet' | undefined;
}

export async function readMailList(
  needs: DeskMailNeeds,
  actor: Actor | undefined,
  { state, page }: { state: MailInState; page: number },
): Promise<MailList> {
  ask(overseeTickets, actor, undefined);
  const { database, mailbox } = needs;
  const counts = await countMail(database);
  const pages = Math.max(1, Math.ceil(counts[state] / onPage));
  const shown = Math.min(Math.max(1, page), pages);
  const mails = await listMail(database, state, { from: (shown - 1) * onPage, atMost: onPage });
  await recordListing(needs, actor, {
    action: 'mail-listed',
    asked: { state, page: shown },
    shown: mails.map(({ id }) => id),
  });
  return {
    state,
    mails,
    counts,
    page: shown,
    pages,
    mailbox: mailbox && ((await findMailboxState(database, mailbox.name)) ?? 'not-read-yet'),
  };
}

export interface ViewedMail {
  mailIn: ListedMail;
  /** Undefined when nothing of it can be read. */
  mail: Mail | undefined;
}

/** Shows what an e-mail says to staff, as far as it can be read; that they looked is written down. */
export async function viewMail(
  needs: DeskMailNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<ViewedMail> {
  ask(overseeTickets, actor, undefined);
  const mailIn = await findForStaff(needs, id);
  const raw = mailIn.fileId && (await readWhole(needs, mailIn.fileId));
  const mail = raw ? await readMailApart(raw).catch(() => undefined) : undefined;
  await inTransaction(needs.database, (tx) => audit(needs, tx, actor, mailIn.id, 'mail-viewed'));
  return { mailIn, mail };
}

/** The original as it came, to keep and look into with other tools. */
export async function downloadOriginal(needs: DeskMailNeeds, actor: Actor | undefined, id: string) {
  ask(overseeTickets, actor, undefined);
  const mailIn = await findForStaff(needs, id);
  if (!mailIn.fileId) throw new NotFound('email');
  await inTransaction(needs.database, (tx) => audit(needs, tx, actor, mailIn.id, 'mail-original-viewed'));
  return { size: mailIn.size, content: needs.files.read(needs.database, mailIn.fileId) };
}

export type TryAgainOutcome = { outcome: 'tried-again' | 'not-there' };

export async function tryAgain(
  needs: DeskMailNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<TryAgainOutcome> {
  ask(overseeTickets, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const held = isId(id) ? await holdMailForStaff(tx, id as MailInId) : undefined;
    if (!held?.fileId) return { outcome: 'not-there' };
    await tryMailAgain(tx, held.id);
    await audit(needs, tx, actor, held.id, 'mail-tried-again');
    await needs.nudge(tx, handleMailName);
    return { outcome: 'tried-again' };
  });
}

export type SetAsideOutcome = { outcome: 'set-aside' | 'not-there' };

/** Nothing is to be answered in it: it stands with what was ignored, and is forgotten with it. */
export async function setAside(
  needs: DeskMailNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<SetAsideOutcome> {
  ask(overseeTickets, actor, undefined);
  const by = actor.person.accountId;
  return inTransaction(needs.database, async (tx) => {
    const held = isId(id) ? await holdMailForStaff(tx, id as MailInId) : undefined;
    if (held?.state !== 'unreadable') return { outcome: 'not-there' };
    const { problem } = held;
    const ending = { state: 'ignored', effect: 'set-aside', by, ...(problem && { problem }) } as const;
    await endMail(tx, held.id, ending, needs.clock.now());
    await audit(needs, tx, actor, held.id, 'mail-set-aside');
    return { outcome: 'set-aside' };
  });
}

export interface TicketByHand {
  id: string;
  email: EmailAddress;
  fullName: string;
  title: string;
  body: string;
}

export type MakeTicketOutcome = { outcome: 'made-ticket'; reference: string } | { outcome: 'not-there' };

/** Staff read what no program could, and say whose it is. */
export async function makeTicket(
  needs: DeskMailNeeds,
  actor: Actor | undefined,
  { id, email: address, fullName, title, body }: TicketByHand,
): Promise<MakeTicketOutcome> {
  ask(overseeTickets, actor, undefined);
  const { clock, database, ids, settings } = needs;
  return inTransaction(database, async (tx) => {
    const held = isId(id) ? await holdMailForStaff(tx, id as MailInId) : undefined;
    if (!held) return { outcome: 'not-there' };
    const now = clock.now();
    const { language } = settings.service;
    const requester = await holdRequester(tx, ids, { address, fullName, language, now });
    const subject = subjectOf(settings, { subjectKey: 'other' });
    const ticket = await openTicket(needs, tx, {
      subject,
      title,
      requester,
      channel: 'email',
      isHeld: false,
      by: actor,
    });
    await writeMessage(needs, tx, ticket, {
      kind: 'from-requester',
      channel: 'email',
      body,
      by: actor,
      requesterId: requester.id,
      mail: { messageId: null, inId: held.id, senderCheck: {} },
    });
    const by = actor.person.accountId;
    await endMail(tx, held.id, { state: 'handled', effect: 'by-hand', ticketId: ticket.id, by }, now);
    return { outcome: 'made-ticket', reference: ticket.reference };
  });
}

async function findForStaff({ database }: DeskMailNeeds, id: string): Promise<ListedMail> {
  const found = isId(id) ? await findMailIn(database, id as MailInId) : undefined;
  if (!found) throw new NotFound('email');
  return found;
}

const audit = (
  needs: DeskMailNeeds,
  tx: Tx,
  actor: Actor,
  id: MailInId,
  action: 'mail-viewed' | 'mail-original-viewed' | 'mail-tried-again' | 'mail-set-aside',
) => needs.audit.record(tx, { action, actor, record: { type: 'mail', id } });
