import type { Queryable, Tx } from '../../../platform/database/database.ts';
import type { MailInId } from '../../mail-in/mail.ts';
import { type MailIn, type MailInState, selectMailIn } from '../../mail-in/mail-in.store.ts';

export interface ListedMail extends MailIn {
  reference: string | null;
}

const withTicket = (db: Queryable) =>
  selectMailIn(db)
    .leftJoin('ticket', 'ticket.id', 'mail_in.ticket_id')
    .select('ticket.reference')
    .$castTo<ListedMail>();

/** What waits stands oldest first, what is done newest first. */
export const listMail = (
  db: Queryable,
  state: MailInState,
  { from, atMost }: { from: number; atMost: number },
): Promise<ListedMail[]> => {
  const order = state === 'unreadable' || state === 'waiting' ? 'asc' : 'desc';
  return withTicket(db)
    .where('mail_in.state', '=', state)
    .orderBy('mail_in.received_at', order)
    .orderBy('mail_in.uid', order)
    .offset(from)
    .limit(atMost)
    .execute();
};

export async function countMail(db: Queryable): Promise<Record<MailInState, number>> {
  const rows = await db
    .selectFrom('mail_in')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  const none = { waiting: 0, handled: 0, unreadable: 0, ignored: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

export const findMailIn = (db: Queryable, id: MailInId): Promise<ListedMail | undefined> =>
  withTicket(db).where('mail_in.id', '=', id).executeTakeFirst();

/** Only what no ticket came of; of two members of staff at once, one. */
export const holdMailForStaff = (tx: Tx, id: MailInId): Promise<MailIn | undefined> =>
  selectMailIn(tx)
    .where('id', '=', id)
    .where('state', 'in', ['unreadable', 'ignored'])
    .forUpdate('mail_in')
    .executeTakeFirst();

export const tryMailAgain = (tx: Tx, id: MailInId) =>
  tx
    .updateTable('mail_in')
    .set({ state: 'waiting', attempts: 0, effect: null, problem: null, handled_at: null })
    .where('id', '=', id)
    .execute();
