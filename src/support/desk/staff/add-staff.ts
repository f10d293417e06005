import type { Audit } from '../../../audit/index.ts';
import {
  addMembership,
  findAccountByEmail,
  hasPassword,
  type InviteAccountNeeds,
  inviteAccount,
  type StaffRole,
} from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { EmailAddress } from '../../../kernel/email-address.ts';
import type { AccountId, OrganisationId } from '../../../kernel/ids.ts';
import { ask } from '../../../kernel/policy.ts';
import { inTransaction, type Tx } from '../../../platform/database/database.ts';
import { ensureOperator } from '../../operator.store.ts';
import { administrator } from '../../policy.ts';
import { accessGivenEmail } from './staff.email.tsx';
import { findStaffMember, holdStaff } from './staff.store.ts';
import { tellStaff } from './tell-staff.ts';

export interface StaffNeeds extends InviteAccountNeeds {
  audit: Audit;
}

export interface NewStaff {
  name: string;
  email: EmailAddress;
  role: StaffRole;
}

export type AddStaffOutcome =
  /** The link that sets their password was sent to them; it is for them alone. */
  | { outcome: 'invited'; link: string }
  /** They were staff before and know their password, so they can log in at once. */
  | { outcome: 'added' }
  | { outcome: 'already-staff' }
  /** The address belongs to an account that was deactivated or closed. */
  | { outcome: 'not-active' }
  /** The address gave its account away lately, and may take it back. */
  | { outcome: 'address-changed' };

/** Makes somebody support staff, by an administrator or from the terminal of whoever runs the service. */
export async function addStaff(
  needs: StaffNeeds,
  by: Actor | undefined | 'system',
  staff: NewStaff,
): Promise<AddStaffOutcome> {
  if (by !== 'system') ask(administrator, by, undefined);
  return inTransaction(needs.database, async (tx) => {
    const operator = await ensureOperator(needs, tx);
    await holdStaff(tx, operator);
    const known = await findAccountByEmail(tx, staff.email.canonical);
    if (known && (await findStaffMember(tx, operator, known.id)) && !(await isLost(tx, by, known.id)))
      return { outcome: 'already-staff' };
    return invite(needs, tx, by, operator, staff);
  });
}

/** The terminal gives the first administrator a new link as often as it takes: no colleague could send one. */
const isLost = async (tx: Tx, by: Actor | 'system', id: AccountId): Promise<boolean> =>
  by === 'system' && !(await hasPassword(tx, id, 'support'));

async function invite(
  needs: StaffNeeds,
  tx: Tx,
  by: Actor | 'system',
  operator: OrganisationId,
  { name, email, role }: NewStaff,
): Promise<AddStaffOutcome> {
  const { language } = needs.settings.service;
  const invited = await inviteAccount(needs, tx, { by, email, fullName: name, realm: 'support', language });
  if (invited.outcome === 'not-active' || invited.outcome === 'address-changed')
    return { outcome: invited.outcome };
  const { accountId } = invited;
  await give(needs, tx, by, operator, accountId, role);
  if (invited.outcome === 'invited') return { outcome: 'invited', link: invited.link };
  await tellStaff(needs, tx, { id: accountId }, 'staff-access-given', accessGivenEmail(role));
  return { outcome: 'added' };
}

async function give(
  needs: StaffNeeds,
  tx: Tx,
  by: Actor | 'system',
  organisationId: OrganisationId,
  accountId: AccountId,
  role: StaffRole,
): Promise<void> {
  if (await findStaffMember(tx, organisationId, accountId)) return;
  const givenBy = by === 'system' ? null : by.person.accountId;
  const now = needs.clock.now();
  await addMembership(tx, needs.ids, { accountId, organisationId, service: 'support', role, givenBy, now });
  const event = { action: 'staff-added', actor: by, subject: accountId, organisation: organisationId };
  await needs.audit.record(tx, { ...event, detail: { role } });
}
