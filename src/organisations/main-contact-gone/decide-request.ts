import {
  askFresh,
  findAccountByEmail,
  finishStaffTask,
  type InviteAccountNeeds,
  inviteAccount,
  lockAccount,
  lockAddress,
} from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { listInRole } from '../administrators/new-main-contact.store.ts';
import { makeMainContact } from '../administrators/new-main-contact.ts';
import { addReadyMember } from '../members/add-ready-member.ts';
import { type EndMemberNeeds, endMember } from '../members/end-member.ts';
import { findLiveMember, findMember } from '../members/member.store.ts';
import type { MemberId } from '../members/member.ts';
import { holdOrganisation } from '../places/organisation.store.ts';
import { standingNow } from '../places/organisation-by-code.ts';
import { manageOrganisations } from '../policy.ts';
import { mainContact } from '../roles/roles.ts';
import { keepDecision, makeWhole } from './change-request.store.ts';
import { readRequest } from './check-request.ts';
import { isContested, type MainContactRequest } from './main-contact-request.ts';
import { tellRequester } from './tell-requester.ts';

export type DecideRequestNeeds = InviteAccountNeeds & EndMemberNeeds;

export type ApproveRequestOutcome =
  | { outcome: 'approved' }
  | { outcome: 'decided-already' }
  /** The practice itself has said nothing yet. */
  | { outcome: 'not-confirmed' }
  /** Somebody of the practice said that it is wrong, and nobody looked since at who authorises it. */
  | { outcome: 'contested' }
  | { outcome: 'closed' }
  | { outcome: 'account-not-active' }
  | { outcome: 'address-changed' };

/** Makes whoever asked the main contact, in place of whoever was. Refused before the practice itself confirmed it. */
export async function approveRequest(
  needs: DecideRequestNeeds,
  actor: Actor | undefined,
  id: string,
): Promise<ApproveRequestOutcome> {
  ask(manageOrganisations, actor, undefined);
  askFresh(needs, actor);
  return inTransaction(needs.database, async (tx) => {
    const request = await holdRequest(tx, actor, id);
    if (request.state !== 'waiting') return { outcome: 'decided-already' };
    if (!request.confirmed) return { outcome: 'not-confirmed' };
    if (isContested(request)) return { outcome: 'contested' };
    if (standingNow(needs, request.practice) !== 'registered') return { outcome: 'closed' };
    return admit(needs, tx, actor, request);
  });
}

/** The address, the accounts concerned, the lowest id before the others, then the practice: who decides second finds it done. */
async function holdRequest(tx: Tx, actor: Actor | undefined, id: string): Promise<MainContactRequest> {
  const { practice, email } = await readRequest(tx, actor, id);
  await lockAddress(tx, email.canonical);
  const accounts = new Set<AccountId>();
  for (const member of await listInRole(tx, practice.id, mainContact)) {
    const account = (await findMember(tx, practice.id, member))?.accountId;
    if (account) accounts.add(account);
  }
  const own = await findAccountByEmail(tx, email.canonical);
  if (own) accounts.add(own.id);
  for (const account of [...accounts].sort()) await lockAccount(tx, account);
  await holdOrganisation(tx, practice.id);
  return readRequest(tx, actor, id);
}

async function admit(
  needs: DecideRequestNeeds,
  tx: Tx,
  actor: Actor,
  request: MainContactRequest,
): Promise<ApproveRequestOutcome> {
  const { email, fullName, language, practice } = request;
  const invited = await inviteAccount(needs, tx, { by: actor, email, fullName, realm: 'portal', language });
  if (invited.outcome === 'not-active') return { outcome: 'account-not-active' };
  if (invited.outcome === 'address-changed') return { outcome: 'address-changed' };
  const member = await memberFor(needs, tx, actor, request, invited.accountId);
  if (!member) return { outcome: 'address-changed' };
  await decide(needs, tx, actor, request, { state: 'approved', reason: null });
  await makeMainContact(needs, tx, { practice, id: member, by: actor });
  await tellRequester(needs, tx, request, 'approved');
  return { outcome: 'approved' };
}

/** Their place in the practice; an invitation that waits there is answered by this. Undefined where the address is another's. */
async function memberFor(
  needs: DecideRequestNeeds,
  tx: Tx,
  actor: Actor,
  { practice, email }: MainContactRequest,
  accountId: AccountId,
): Promise<MemberId | undefined> {
  const known = await findLiveMember(tx, practice.id, { accountId });
  if (known) {
    await makeWhole(tx, known.id, dayAt(needs.clock.now(), needs.settings.service.timeZone));
    return known.id;
  }
  const invited = await findLiveMember(tx, practice.id, { emailCanonical: email.canonical });
  if (invited?.accountId) return undefined;
  if (invited)
    await endMember(needs, tx, { practice, member: invited, by: actor, because: 'invitation-cancelled' });
  const roles = invited?.roles ?? [];
  return addReadyMember(needs, tx, {
    accountId,
    organisationId: practice.id,
    roles,
    by: actor.person.accountId,
  });
}

export type RefuseRequestOutcome = { outcome: 'refused' } | { outcome: 'decided-already' };

export async function refuseRequest(
  needs: DecideRequestNeeds,
  actor: Actor | undefined,
  { id, reason }: { id: string; reason: string },
): Promise<RefuseRequestOutcome> {
  ask(manageOrganisations, actor, undefined);
  return inTransaction(needs.database, async (tx) => {
    const { practice } = await readRequest(tx, actor, id);
    await holdOrganisation(tx, practice.id);
    const request = await readRequest(tx, actor, id);
    if (request.state !== 'waiting') return { outcome: 'decided-already' };
    await decide(needs, tx, actor, request, { state: 'refused', reason });
    await tellRequester(needs, tx, request, 'refused', reason);
    return { outcome: 'refused' };
  });
}

async function decide(
  needs: DecideRequestNeeds,
  tx: Tx,
  actor: Actor,
  { id, practice }: MainContactRequest,
  { state, reason }: { state: 'approved' | 'refused'; reason: string | null },
): Promise<void> {
  const [by, now] = [actor.person.accountId, needs.clock.now()];
  if (!(await keepDecision(tx, id, { state, reason, by, now })))
    throw new Error('a request was decided while its practice was held');
  await finishStaffTask(tx, { kind: 'main-contact-gone', recordId: id, by, now });
  await needs.audit.record(tx, {
    action: `main-contact-${state}`,
    actor,
    organisation: practice.id,
    record: { type: 'main-contact-request', id },
    ...(reason && { reason }),
  });
}
