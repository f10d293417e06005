import type { Actor } from '../../../kernel/actor.ts';
import type { EmailAddress } from '../../../kernel/email-address.ts';
import { isId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../../platform/database/database.ts';
import type { Nudge } from '../../../platform/jobs/index.ts';
import { handleMailName, type MailInId } from '../../mail-in/mail.ts';
import { endMail } from '../../mail-in/mail-in.store.ts';
import { overseeTickets } from '../../policy.ts';
import { openTicket } from '../../tickets/open-ticket.ts';
import { holdRequester } from '../../tickets/requester.store.ts';
import { subjectOf } from '../../tickets/ticket.ts';
import { type WriteMessageNeeds, writeMessage } from '../../tickets/write-message.ts';
import { holdMailForStaff, tryMailAgain } from './desk-mail.store.ts';

export interface SettleMailNeeds extends WriteMessageNeeds {
  database: Database;
  nudge: Nudge;
}

export type TryAgainOutcome = { outcome: 'tried-again' | 'not-there' };

export async function tryAgain(
  needs: SettleMailNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<TryAgainOutcome> {
  ask(overseeTickets, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const held = await hold(tx, id);
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
  needs: SettleMailNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<SetAsideOutcome> {
  ask(overseeTickets, actor, undefined);
  const by = actor.person.accountId;
  return inTransaction(needs.database, async (tx) => {
    const held = await hold(tx, id);
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
  needs: SettleMailNeeds,
  actor: Actor | undefined,
  { id, email: address, fullName, title, body }: TicketByHand,
): Promise<MakeTicketOutcome> {
  ask(overseeTickets, actor, undefined);
  const { clock, database, ids, settings } = needs;
  return inTransaction(database, async (tx) => {
    const held = await hold(tx, id);
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

const hold = async (tx: Tx, id: string) => (isId(id) ? holdMailForStaff(tx, id as MailInId) : undefined);

const audit = (
  needs: SettleMailNeeds,
  tx: Tx,
  actor: Actor,
  id: MailInId,
  action: 'mail-tried-again' | 'mail-set-aside',
) => needs.audit.record(tx, { action, actor, record: { type: 'mail', id } });
