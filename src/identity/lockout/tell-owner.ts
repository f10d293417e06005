import { before, seconds } from '../../kernel/duration.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { DueWork } from '../../platform/jobs/due-work.ts';
import type { AccessLinkNeeds } from '../access-links/access-link.ts';
import { issueNotMeLink } from '../access-links/issue-not-me.ts';
import { findAccount } from '../account.store.ts';
import { type HelpersNeeds, privateHelpers } from '../helpers.ts';
import { type TellAccountNeeds, tellAccount } from '../tell-account.ts';
import { tellTicketAccount } from '../tell-ticket-account.ts';
import { ticketEntryClosedEmail } from '../ticket-notices.email.tsx';
import { claimUntoldClosures, markTold, type UntoldClosure } from './entry-lane.store.ts';
import { closureEmail, codeClosureEmail } from './lockout.email.tsx';

export type TellOwnerNeeds = AccessLinkNeeds & HelpersNeeds & TellAccountNeeds & { database: Database };

/** The last try closes while its password is still being looked at; a right one opens again, and nobody is alarmed. */
const settlesIn = seconds(3);

type Closed = UntoldClosure;

/**
 * Writes to the owner of each account whose password or code entry closed, once a closure. A job does it, so that closing an
 * unknown name costs the same as closing a real one.
 */
export const tellOwnersWork = (needs: TellOwnerNeeds): DueWork => ({
  name: 'tell-owners-of-closures',
  every: seconds(5),
  runDue: (now) =>
    inTransaction(needs.database, async (tx) => {
      const { rows } = await claimUntoldClosures(tx, 20, before(now, settlesIn));
      for (const closed of rows) {
        await tell(needs, tx, closed);
        await markTold(tx, closed, now);
      }
      return rows.length;
    }),
});

async function tell(needs: TellOwnerNeeds, tx: Tx, closed: Closed): Promise<void> {
  const account = await findAccount(tx, closed.subject);
  if (!account) return tellOfTickets(needs, tx, closed);
  const closure =
    closed.untilSupport || !closed.closedUntil
      ? { until: 'support' as const }
      : { until: closed.closedUntil };
  const { realm } = closed;
  const helpers = realm === 'portal' ? await privateHelpers(needs, tx, account, needs.clock.now()) : [];
  if (closed.step === 'password')
    return tellAccount(needs, tx, account, {
      kind: 'password-entry-closed',
      write: (notice, language) => closureEmail({ ...notice, realm, closure, helpers }, language),
    });
  const notMe = await issueNotMeLink(needs, tx, account.id, realm);
  await tellAccount(needs, tx, account, {
    kind: 'code-entry-closed',
    write: (notice, language) => codeClosureEmail({ ...notice, realm, closure, helpers, notMe }, language),
  });
}

async function tellOfTickets(needs: TellOwnerNeeds, tx: Tx, { subject }: Closed): Promise<void> {
  await tellTicketAccount(needs, tx, subject, {
    kind: 'password-entry-closed',
    write: ticketEntryClosedEmail,
  });
}
