import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inTransaction } from '../../src/platform/database/database.ts';
import { changeState } from '../../src/support/tickets/change-state.ts';
import { markRequesterConfirmed } from '../../src/support/tickets/requester.store.ts';
import { findTicket, holdTicket } from '../../src/support/tickets/ticket.store.ts';
import type { TicketState } from '../../src/support/tickets/ticket.ts';
import { writeMessage } from '../../src/support/tickets/write-message.ts';
import { type MailPortal, mailOf } from './a-mailbox.ts';
import { atTheDesk } from './at-the-desk.ts';

export const goldenFolder = join(import.meta.dirname, '../mail/golden');

/** What the mails of the golden set that answer something have in place of names. */
export interface AnsweredTicket {
  reference: string;
  /** The Message-ID of our answer. */
  answer: string;
}

/** A golden mail as it came over the wire, with the thread it belongs to. */
export async function goldenMail(name: string, { answer, reference }: AnsweredTicket): Promise<Buffer> {
  const text = (await readFile(join(goldenFolder, `${name}.eml`))).toString('latin1');
  const lines = name.startsWith('raw-') ? text : text.replaceAll('\n', '\r\n');
  const filled = lines
    .replaceAll('{{answer-at-look-alike}}', answer.replace('@', '@not-'))
    .replaceAll('{{answer}}', answer)
    .replaceAll('{{reference}}', reference);
  return Buffer.from(filled, 'latin1');
}

/** Takes a ticket as far as its address being confirmed, by the operations that do it. */
export const confirmed = ({ needs }: MailPortal, reference: string) =>
  inTransaction(needs.database, async (tx) => {
    const found = await findTicket(tx, reference);
    const ticket = found && (await holdTicket(tx, found.id));
    if (!ticket) throw new Error('there is no such ticket');
    await markRequesterConfirmed(tx, ticket.requesterId, needs.clock.now());
    await changeState(needs, tx, ticket, { to: 'new', by: 'anyone' });
  });

/** Amara's first letter, confirmed and answered by Gwen. */
export async function answeredTicket(the: MailPortal): Promise<AnsweredTicket> {
  await the.arrives(mailOf({ messageId: '<first-letter@practice.test>' }));
  const reference = (await the.tickets()).at(-1)?.reference ?? '';
  await confirmed(the, reference);
  const answer = await answered(the, reference);
  return { reference, answer };
}

/** Gwen answers; says by which Message-ID. */
export async function answered(the: MailPortal, reference: string, leaves?: TicketState): Promise<string> {
  const { needs } = the;
  const agent = await the.needs.database
    .selectFrom('account')
    .select('id')
    .where('full_name', '=', 'Gwen Parry')
    .executeTakeFirst();
  const writtenBy = (agent?.id ?? (await atTheDesk(the)).id) as never;
  await inTransaction(needs.database, async (tx) => {
    const found = await findTicket(tx, reference);
    const ticket = found && (await holdTicket(tx, found.id));
    if (!ticket) throw new Error('there is no such ticket');
    await writeMessage(needs, tx, ticket, {
      kind: 'from-support',
      channel: 'staff',
      body: 'Please try the new link.',
      by: 'system',
      writtenBy,
      ...(leaves && { leaves }),
    });
  });
  await the.runDue();
  const sent = await needs.database
    .selectFrom('outbox')
    .select('message_id')
    .where('kind', '=', 'ticket-answered')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return sent.message_id;
}
