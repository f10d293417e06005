import { type Account, askFresh, lockAccount } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import { NotFound } from '../../kernel/endings.ts';
import type { OrganisationId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import type { RefusalReason } from '../access-request.ts';
import { type Here, holdHere } from '../here.ts';
import { type InviteMemberNeeds, inviteMember } from '../invitations/invite-member.ts';
import { addMember, findLiveMember } from '../members/member.store.ts';
import type { MemberId } from '../members/member.ts';
import { findById } from '../places/organisation.store.ts';
import type { Organisation } from '../places/organisation.ts';
import { isOpenPlace } from '../places/places.ts';
import { addPeople, decideRequests, giveRoles } from '../policy.ts';
import { applyRoles } from '../roles/apply-roles.ts';
import { checkLimits, type LimitsOutcome, writeRoles } from '../roles/give-roles.ts';
import { type RoleName, roleKey } from '../roles/roles.ts';
import { holdRequest, type ListedRequest, markDecided } from './access-requests.store.ts';
import { findAsMember, findRequestHere, type RequestAddress } from './request-here.ts';
import { type TellRequesterNeeds, tellApproved, tellRefused } from './tell-requester.ts';

export type DecideRequestNeeds = InviteMemberNeeds & TellRequesterNeeds & { database: Database };

export interface Approval {
  roles: readonly RoleName[];
  /** The one branch they are limited to. */
  branchId: OrganisationId | undefined;
}

type DecidedMeanwhile = { outcome: 'decided-already' };

export type ApproveRequestOutcome =
  /** They asked while logged in, so they need accept nothing. */
  | { outcome: 'added'; memberId: MemberId }
  | { outcome: 'invited'; memberId: MemberId }
  | { outcome: 'already-member'; memberId: MemberId }
  /** They asked again while logged in, after the page was read. */
  | { outcome: 'changed' }
  | DecidedMeanwhile
  | Extract<LimitsOutcome, { outcome: 'limit-reached' }>;

/** Makes who asked one of the people: at once where they asked while logged in, else once they accept an invitation. */
export const approveRequest = (
  needs: DecideRequestNeeds,
  actor: Actor | undefined,
  address: RequestAddress,
  approval: Approval,
): Promise<ApproveRequestOutcome> =>
  inTransaction(needs.database, async (tx) => {
    const { here, request: before } = await findRequestHere(needs, tx, actor, address);
    const account = before.accountId && (await lockAccount(tx, before.accountId));
    const { by, request } = await hold(tx, actor, here, before);
    askFresh(needs, by);
    askToGive(by, here, approval, request);
    if (!(await isOpenPlace(needs, tx, here, approval.branchId))) throw new NotFound('branch');
    if (request.state !== 'waiting') return { outcome: 'decided-already' };
    if (request.accountId !== before.accountId) return { outcome: 'changed' };
    const known = await findAsMember(tx, here, request);
    if (known) return { outcome: 'already-member', memberId: known.id };
    const result =
      account && account.state === 'active'
        ? await addAtOnce(needs, tx, { by, here }, account, approval)
        : await invite(needs, tx, { by, here }, request, approval);
    if (result.outcome === 'added' || result.outcome === 'invited')
      await keepDecision(needs, tx, by, request, 'approved', null);
    return result;
  });

export interface Refusal {
  reason: RefusalReason;
  /** Whether who asked is told why. */
  isTold: boolean;
}

export type RefuseRequestOutcome = { outcome: 'refused' } | DecidedMeanwhile;

export const refuseRequest = (
  needs: DecideRequestNeeds,
  actor: Actor | undefined,
  address: RequestAddress,
  { reason, isTold }: Refusal,
): Promise<RefuseRequestOutcome> =>
  inTransaction(needs.database, async (tx) => {
    const { here, request: before } = await findRequestHere(needs, tx, actor, address);
    const { by, request } = await hold(tx, actor, here, before);
    if (request.state !== 'waiting') return { outcome: 'decided-already' };
    await keepDecision(needs, tx, by, request, 'refused', reason);
    const place = await placeOf(tx, here, request.branchId);
    await tellRefused(needs, tx, place, request, isTold ? reason : undefined);
    return { outcome: 'refused' };
  });

/** The practice, then the request: whoever decides second finds what the first one did. */
async function hold(tx: Tx, actor: Actor | undefined, here: Here, before: ListedRequest) {
  const by = await holdHere(tx, actor, here);
  ask(decideRequests, by, here);
  const request = await holdRequest(tx, here.place, before.id);
  if (!request) throw new NotFound('access request');
  return { by, request };
}

/** The branch, or the practice: what the person has or asked for, wherever whoever decides stands. */
const placeOf = async (tx: Tx, { practice }: Here, branchId: string | undefined): Promise<Organisation> =>
  (branchId && (await findById(tx, branchId))) || practice;

/** Judged at the place they are given, which may be wider than the one they asked about. */
function askToGive(
  by: Actor,
  { place, services }: Here,
  { roles, branchId }: Approval,
  request: ListedRequest,
) {
  const given = { place: { ...place, branchId }, services };
  ask(decideRequests, by, given);
  ask(addPeople, by, given);
  ask(giveRoles, by, { ...given, roles, to: request.accountId });
}

async function addAtOnce(
  needs: DecideRequestNeeds,
  tx: Tx,
  { by, here }: { by: Actor; here: Here },
  account: Account,
  { roles, branchId }: Approval,
): Promise<ApproveRequestOutcome> {
  const { practice } = here;
  const limits = await checkLimits(tx, here, roles, null);
  if (limits.outcome === 'limit-reached') return limits;
  const email = readEmailAddress(account.email);
  if (!email) throw new Error('an account has an address');
  const invited = await findLiveMember(tx, practice.id, { emailCanonical: email.canonical });
  if (invited) return { outcome: 'already-member', memberId: invited.id };
  const [id, now, byId] = [needs.ids.next<'member'>(), needs.clock.now(), by.person.accountId];
  const none = { jobTitle: null, phone: null, startsOn: null, endsOn: null };
  const who = { accountId: account.id, fullName: account.fullName, email, branchId: branchId ?? null };
  const where = { organisationId: practice.id, state: 'active', createdBy: byId } as const;
  if (!(await addMember(tx, { id, ...who, ...where, ...none, now })))
    throw new Error('who asked became a member while the practice was held');
  await writeRoles(tx, id, roles, byId, now);
  await applyRoles(needs, tx, id, { by: byId, because: 'roles-changed' });
  await needs.audit.record(tx, {
    action: 'member-added',
    actor: by,
    subject: account.id,
    organisation: practice.id,
    record: { type: 'member', id },
    detail: { roles: roles.map(roleKey) },
  });
  await tellApproved(needs, tx, await placeOf(tx, here, branchId), account);
  return { outcome: 'added', memberId: id };
}

function invite(
  needs: DecideRequestNeeds,
  tx: Tx,
  who: { by: Actor; here: Here },
  request: ListedRequest,
  approval: Approval,
) {
  const email = readEmailAddress(request.email);
  if (!email) throw new Error('a request has an address that was read');
  return inviteMember(needs, tx, who, { fullName: request.fullName, email, ...approval });
}

async function keepDecision(
  needs: DecideRequestNeeds,
  tx: Tx,
  by: Actor,
  { id, organisationId, accountId }: ListedRequest,
  state: 'approved' | 'refused',
  reason: RefusalReason | null,
): Promise<void> {
  await markDecided(tx, id, { state, by: by.person.accountId, reason, now: needs.clock.now() });
  await needs.audit.record(tx, {
    action: state === 'approved' ? 'access-request-approved' : 'access-request-refused',
    actor: by,
    ...(accountId && { subject: accountId }),
    organisation: organisationId,
    record: { type: 'access-request', id },
    ...(reason && { reason }),
  });
}
