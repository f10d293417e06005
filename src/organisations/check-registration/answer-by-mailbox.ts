import { hashOfSecret } from '../../kernel/secrets.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { keepCheck } from './change-registration.store.ts';
import { findByMailboxLink, findRegistration } from './check-registration.store.ts';
import { approveHeld, type DecideRegistrationNeeds, holdRegistration } from './decide-registration.ts';
import type { Registration } from './registration.ts';

/** What a link sent to a practice's mailbox is about. Looking changes nothing: mail scanners open links too. */
export async function readMailboxLink(
  needs: DecideRegistrationNeeds,
  secret: string,
): Promise<Registration | undefined> {
  if (!needs.settings.organisations.automaticApproval) return undefined;
  const id = await findByMailboxLink(needs.database, hashOfSecret(secret), needs.clock.now());
  return id === undefined ? undefined : findRegistration(needs.database, id);
}

export type AnswerByMailboxOutcome =
  | { outcome: 'approved'; practice: string }
  /** Something speaks against it; the registration waits for staff, with the answer on record. */
  | { outcome: 'left-to-staff'; practice: string }
  | { outcome: 'not-live' };

/** Approves in place of staff, where the operator's setting says that a mailbox is enough. */
export async function answerByMailbox(
  needs: DecideRegistrationNeeds,
  secret: string,
): Promise<AnswerByMailboxOutcome> {
  const found = await readMailboxLink(needs, secret);
  if (!found) return { outcome: 'not-live' };
  const practice = found.practice.name;
  return inTransaction(needs.database, async (tx) => {
    const held = await holdRegistration(tx, found.id);
    if (!(await recordAnswer(needs, tx, held))) return { outcome: 'not-live' };
    const registration = (await findRegistration(tx, held.id)) ?? held;
    const { outcome } = await approveHeld(needs, tx, 'system', registration);
    return { outcome: outcome === 'approved' ? 'approved' : 'left-to-staff', practice };
  });
}

async function recordAnswer(needs: DecideRegistrationNeeds, tx: Tx, held: Registration): Promise<boolean> {
  const check = { how: 'mailbox-answer', note: held.mailbox, by: null, now: needs.clock.now() } as const;
  if (!(await keepCheck(tx, held.id, check))) return false;
  await needs.audit.record(tx, {
    action: 'registration-checked',
    actor: 'anyone',
    organisation: held.practice.id,
    record: { type: 'registration', id: held.id },
    reason: check.how,
  });
  return true;
}
