import type { Audit } from '../../audit/index.ts';
import { finishStaffTask, type InviteAccountNeeds, inviteAccount } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { NotFound } from '../../kernel/endings.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { addReadyMember } from '../members/add-ready-member.ts';
import { holdOrganisation } from '../places/organisation.store.ts';
import { standingNow } from '../places/organisation-by-code.ts';
import { manageRegistrations } from '../policy.ts';
import { mainContact } from '../roles/roles.ts';
import { keepDecision, registerPractice } from './change-registration.store.ts';
import { findRegistration } from './check-registration.store.ts';
import type { Registration } from './registration.ts';
import { tellApproved, tellRefused } from './tell-decision.ts';

export interface DecideRegistrationNeeds extends InviteAccountNeeds {
  audit: Audit;
}

export type ApproveOutcome =
  | { outcome: 'approved' }
  | { outcome: 'decided-already' }
  | { outcome: 'not-checked' }
  /** Another registration was approved first, or the register changed since. */
  | { outcome: 'already-registered' }
  | { outcome: 'no-longer-registrable' }
  /** The address belongs to an account that was deactivated or closed: somebody had a reason. */
  | { outcome: 'account-not-active' }
  /** The address gave its account away lately, and may take it back. */
  | { outcome: 'address-changed' };

/** Registers the practice, and makes the person its main contact. Refused until staff recorded how they checked. */
export async function approveRegistration(
  needs: DecideRegistrationNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<ApproveOutcome> {
  ask(manageRegistrations, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const registration = await holdRegistration(tx, id);
    return approveHeld(needs, tx, actor, registration);
  });
}

/** Decides about a registration whose practice is held. */
export async function approveHeld(
  needs: DecideRegistrationNeeds,
  tx: Tx,
  by: Actor | 'system',
  registration: Registration,
): Promise<ApproveOutcome> {
  if (registration.state !== 'waiting') return { outcome: 'decided-already' };
  if (!registration.check) return { outcome: 'not-checked' };
  const standing = standingNow(needs, registration.practice);
  if (standing === 'registered') return { outcome: 'already-registered' };
  if (standing !== 'registrable') return { outcome: 'no-longer-registrable' };
  return admit(needs, tx, by, registration);
}

/** Whoever first registers a practice has the role that looks after its people. */
async function admit(
  needs: DecideRegistrationNeeds,
  tx: Tx,
  by: Actor | 'system',
  registration: Registration,
): Promise<ApproveOutcome> {
  const { email, fullName, language, practice } = registration;
  const now = needs.clock.now();
  const invited = await inviteAccount(needs, tx, { by, email, fullName, realm: 'portal', language });
  if (invited.outcome === 'not-active') return { outcome: 'account-not-active' };
  if (invited.outcome === 'address-changed') return { outcome: 'address-changed' };
  await decide(needs, tx, by, registration, 'approved', null);
  await registerPractice(tx, registration, now);
  const { accountId } = invited;
  await addReadyMember(needs, tx, {
    accountId,
    organisationId: practice.id,
    roles: [mainContact],
    by: idOf(by),
  });
  await needs.audit.record(tx, {
    action: 'main-contact-added',
    actor: by,
    subject: accountId,
    organisation: practice.id,
  });
  await tellApproved(needs, tx, registration, {
    accountId,
    hasAccount: invited.outcome === 'already-active',
  });
  return { outcome: 'approved' };
}

export type RefuseOutcome = { outcome: 'refused' } | { outcome: 'decided-already' };

export async function refuseRegistration(
  needs: DecideRegistrationNeeds,
  actor: Actor | undefined,
  id: string,
  reason: string,
): Promise<RefuseOutcome> {
  ask(manageRegistrations, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const registration = await holdRegistration(tx, id);
    if (registration.state !== 'waiting') return { outcome: 'decided-already' };
    await decide(needs, tx, actor, registration, 'refused', reason);
    await tellRefused(needs, tx, registration, reason);
    return { outcome: 'refused' };
  });
}

/** The practice is held first: whoever decides second finds what the first one did. */
export async function holdRegistration(tx: Tx, id: string): Promise<Registration> {
  const found = await findRegistration(tx, id);
  if (!found) throw new NotFound('registration');
  await holdOrganisation(tx, found.practice.id);
  return (await findRegistration(tx, id)) ?? found;
}

async function decide(
  needs: DecideRegistrationNeeds,
  tx: Tx,
  actor: Actor | 'system',
  registration: Registration,
  state: 'approved' | 'refused',
  reason: string | null,
): Promise<void> {
  const { id, practice } = registration;
  const [by, now] = [idOf(actor), needs.clock.now()];
  if (!(await keepDecision(tx, id, { state, reason, by, now })))
    throw new Error('a registration was decided while its practice was held');
  await finishStaffTask(tx, { kind: 'check-registration', recordId: id, by, now });
  await needs.audit.record(tx, {
    action: `registration-${state}`,
    actor,
    organisation: practice.id,
    record: { type: 'registration', id },
    ...(reason && { reason }),
  });
}

const idOf = (by: Actor | 'system'): AccountId | null => (by === 'system' ? null : by.person.accountId);
