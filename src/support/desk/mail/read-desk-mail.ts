import { type Audit, recordListing } from '../../../audit/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction } from '../../../platform/database/database.ts';
import type { FileStore } from '../../../platform/files/index.ts';
import type { Mail, MailInId } from '../../mail-in/mail.ts';
import { readMailApart } from '../../mail-in/mail-apart.ts';
import type { MailInState } from '../../mail-in/mail-in.store.ts';
import type { Mailbox } from '../../mail-in/mailbox.ts';
import { findMailboxState, type MailboxState } from '../../mail-in/mailbox-position.store.ts';
import { readWhole } from '../../mail-in/read-whole.ts';
import { overseeTickets } from '../../policy.ts';
import { countMail, findMailIn, type ListedMail, listMail } from './desk-mail.store.ts';

export interface ReadDeskMailNeeds {
  audit: Audit;
  database: Database;
  files: FileStore;
  mailbox: Mailbox | undefined;
}

/** In the order in which staff need them. */
export const mailLists: readonly MailInState[] = ['unreadable', 'ignored', 'waiting', 'handled'];

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
  needs: ReadDeskMailNeeds,
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
  needs: ReadDeskMailNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<ViewedMail> {
  ask(overseeTickets, actor, undefined);
  const mailIn = await findForStaff(needs, id);
  const raw = mailIn.fileId && (await readWhole(needs, mailIn.fileId));
  const mail = raw ? await readMailApart(raw).catch(() => undefined) : undefined;
  await recordLook(needs, actor, mailIn.id, 'mail-viewed');
  return { mailIn, mail };
}

/** The original as it came, to keep and look into with other tools. */
export async function downloadOriginal(needs: ReadDeskMailNeeds, actor: Actor | undefined, id: string) {
  ask(overseeTickets, actor, undefined);
  const mailIn = await findForStaff(needs, id);
  if (!mailIn.fileId) throw new NotFound('email');
  await recordLook(needs, actor, mailIn.id, 'mail-original-viewed');
  return { size: mailIn.size, content: needs.files.read(needs.database, mailIn.fileId) };
}

async function findForStaff({ database }: ReadDeskMailNeeds, id: string): Promise<ListedMail> {
  const found = isId(id) ? await findMailIn(database, id as MailInId) : undefined;
  if (!found) throw new NotFound('email');
  return found;
}

const recordLook = (needs: ReadDeskMailNeeds, actor: Actor, id: MailInId, action: string): Promise<void> =>
  inTransaction(needs.database, (tx) =>
    needs.audit.record(tx, { action, actor, record: { type: 'mail', id } }),
  );
