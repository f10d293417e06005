import { lockAccount } from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { NotFound } from '../../../kernel/endings.ts';
import { ask } from '../../../kernel/policy.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { seePersonBesideTicket } from '../../policy.ts';
import { holdTicket, saveAccount } from '../../tickets/ticket.store.ts';
import { findDeskTicket } from '../tickets/hold-desk-ticket.ts';
import { markProven, takeCheckTry } from './check-caller.store.ts';
import { type CheckCallerNeeds, spokenCode } from './check-caller.ts';

export type ProveCallerOutcome = { outcome: 'proven' | 'proven-already' | 'wrong-code' };

/** Compares what the caller read out; right, the ticket is about that account from now on. */
export async function proveCaller(
  needs: CheckCallerNeeds,
  actor: Actor | undefined,
  { reference, code }: { reference: string; code: string },
): Promise<ProveCallerOutcome> {
  ask(seePersonBesideTicket, actor, undefined);
  const { id } = await findDeskTicket(needs.database, actor, reference);
  const now = needs.clock.now();
  const tried = await takeCheckTry(needs.database, id, needs.settings.recovery.codeTries, now);
  return inTransaction(needs.database, async (tx) => {
    const record = { type: 'ticket', id };
    if (tried) await lockAccount(tx, tried.accountId);
    const ticket = await holdTicket(tx, id);
    if (!ticket) throw new NotFound('ticket');
    if (ticket.accountId) return { outcome: 'proven-already' };
    const isRight =
      tried && needs.keyRing.macs('typed-code', spokenCode(ticket, code)).includes(tried.codeMac);
    if (!isRight || !(await markProven(tx, tried.id, now))) {
      const subject = tried && { subject: tried.accountId };
      await needs.audit.record(tx, { action: 'caller-code-wrong', actor, record, ...subject });
      return { outcome: 'wrong-code' };
    }
    await saveAccount(tx, id, tried.accountId, 'call-code');
    await needs.audit.record(tx, { action: 'caller-proven', actor, subject: tried.accountId, record });
    return { outcome: 'proven' };
  });
}
