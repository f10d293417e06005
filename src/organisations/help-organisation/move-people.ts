import { askFresh, lockAccount } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import { readEmailAddress } from '../../kernel/email-address.ts';
import type { AccountId } from '../../kernel/ids.ts';
import { dialledNumber, readPhoneNumber } from '../../kernel/phone-number.ts';
import { ask } from '../../kernel/policy.ts';
import { type Database, inTransaction, type Queryable, type Tx } from '../../platform/database/database.ts';
import { type Administrator, listAdministrators } from '../administrators/administrators.store.ts';
import { type EndMemberNeeds, endMember } from '../members/end-member.ts';
import { addMember } from '../members/member.store.ts';
import type { Member, MemberId } from '../members/member.ts';
import { type TellMemberNeeds, tellAdministrators, tellMember } from '../members/tell-member.ts';
import { findClosure } from '../places/closure.store.ts';
import { findById, holdOrganisation } from '../places/organisation.store.ts';
import { isClosedOn, type Organisation } from '../places/organisation.ts';
import { finishSuccessorTask } from '../places/successor-task.ts';
import { manageOrganisations } from '../policy.ts';
import { applyRoles } from '../roles/apply-roles.ts';
import { writeRoles } from '../roles/give-roles.ts';
import { roleTitle } from '../roles/roles.ts';
import { keepOnLeave } from './move-people.store.ts';
import { peopleMovedEmail, youMovedEmail } from './moved.email.tsx';
import { listLiveMembers } from './organisation-facts.store.ts';
import { type PlannedMove, planMove } from './plan-move.ts';
import { findPractice } from './read-organisation.ts';

export interface MovePeopleNeeds extends EndMemberNeeds, TellMemberNeeds {
  database: Database;
  settings: EndMemberNeeds['settings'];
}

interface Move {
  from: Organisation;
  to: Organisation;
}

/** From where to where people can be moved now. */
export type CanMoveOutcome =
  | ({ outcome: 'ready' } & Move)
  /** None is named, or the organisation opened again, or its time is over. */
  | { outcome: 'no-successor' }
  | { outcome: 'successor-closed' };

export async function findMove(needs: MovePeopleNeeds, db: Queryable, id: string): Promise<CanMoveOutcome> {
  const from = await findPractice(db, id);
  const closure = await findClosure(db, from.id);
  const to = closure?.successorId && !closure.accessEndedAt && (await findById(db, closure.successorId));
  if (!to) return { outcome: 'no-successor' };
  const today = dayAt(needs.clock.now(), needs.settings.service.timeZone);
  return isClosedOn(to, today) ? { outcome: 'successor-closed' } : { outcome: 'ready', from, to };
}

export type PreviewMoveOutcome =
  | ({ outcome: 'preview'; people: Member[]; plans: PlannedMove[] } & Move)
  | Exclude<CanMoveOutcome, { outcome: 'ready' }>;

/** Who is there, and what would happen to those chosen. Changes nothing. */
export async function previewMove(
  needs: MovePeopleNeeds,
  actor: Actor | undefined,
  id: string,
  chosen: readonly string[],
): Promise<PreviewMoveOutcome> {
  ask(manageOrganisations, actor, undefined);
  const move = await findMove(needs, needs.database, id);
  if (move.outcome !== 'ready') return move;
  const people = await listLiveMembers(needs.database, move.from.id);
  const wanted = people.filter((one) => chosen.includes(one.id));
  const plans = await planMove(needs.database, moving(needs, move.to), wanted);
  return { ...move, outcome: 'preview', people, plans };
}

const moving = ({ settings }: MovePeopleNeeds, to: Organisation) => ({
  to,
  services: settings.organisations.services,
});

export type MovePeopleOutcome =
  | { outcome: 'moved'; count: number }
  | Exclude<CanMoveOutcome, { outcome: 'ready' }>;

/**
 * Moves people to the successor, all in one change: a break half way leaves nobody between the two, and whoever was
 * moved already is passed over when it is repeated.
 */
export async function movePeople(
  needs: MovePeopleNeeds,
  actor: Actor | undefined,
  id: string,
  chosen: readonly string[],
): Promise<MovePeopleOutcome> {
  ask(manageOrganisations, actor, undefined);
  askFresh(needs, actor);
  return inTransaction(needs.database, async (tx) => {
    const before = await findMove(needs, tx, id);
    if (before.outcome !== 'ready') return before;
    const held = await hold(tx, before, chosen);
    const move = await findMove(needs, tx, id);
    if (move.outcome !== 'ready') return move;
    const members = (await listLiveMembers(tx, move.from.id)).filter(
      (one) => chosen.includes(one.id) && (!one.accountId || held.has(one.accountId)),
    );
    const readers = await listAdministrators(tx, move.from.id);
    const plans = await planMove(tx, moving(needs, move.to), members);
    const moved = plans.filter((plan) => plan.goes !== 'stays');
    for (const plan of moved) await moveOne(needs, tx, actor, move, plan);
    if (moved.length > 0) await afterwards(needs, tx, actor, { ...move, moved, readers });
    return { outcome: 'moved', count: moved.length };
  });
}

/** The accounts, then both organisations, each in the order that everybody takes them in. */
async function hold(tx: Tx, { from, to }: Move, chosen: readonly string[]): Promise<ReadonlySet<AccountId>> {
  const members = (await listLiveMembers(tx, from.id)).filter((one) => chosen.includes(one.id));
  const accounts = members.flatMap(({ accountId }) => accountId ?? []).sort();
  for (const account of accounts) await lockAccount(tx, account);
  for (const practice of [from.id, to.id].sort()) await holdOrganisation(tx, practice);
  return new Set(accounts);
}

type Mover = Exclude<PlannedMove, { goes: 'stays' }>;

async function moveOne(needs: MovePeopleNeeds, tx: Tx, by: Actor, { from, to }: Move, plan: Mover) {
  const { member, known, brings } = plan;
  const now = needs.clock.now();
  const byId = by.person.accountId;
  const id = known?.id ?? (await addThere(needs, tx, member, to, byId));
  await writeRoles(tx, id, brings, byId, now);
  await applyRoles(needs, tx, id, { by: byId, because: 'roles-changed' });
  await endMember(needs, tx, {
    practice: from,
    member,
    by,
    because: 'moved-to-successor',
    evenTheLast: true,
  });
  await needs.audit.record(tx, {
    action: 'member-moved',
    actor: by,
    ...(member.accountId && { subject: member.accountId }),
    organisation: to.id,
    record: { type: 'member', id },
  });
  const roles = brings.map((role) => roleTitle(needs.settings.organisations.services, role));
  await tellMember(needs, tx, member, {
    kind: 'moved-to-successor',
    practice: to,
    write: ({ fullName }, language) =>
      youMovedEmail({ name: fullName, from, to, roles, origin: needs.origin }, language),
  });
}

async function addThere(
  needs: MovePeopleNeeds,
  tx: Tx,
  member: Member,
  to: Organisation,
  by: AccountId,
): Promise<MemberId> {
  const id = needs.ids.next<'member'>();
  const email = readEmailAddress(member.email);
  const phone = readPhoneNumber(member.phone ?? '');
  if (!email) throw new Error('an accepted member has an address');
  const added = await addMember(tx, {
    id,
    organisationId: to.id,
    branchId: member.branchId ?? null,
    accountId: member.accountId ?? null,
    state: 'active',
    fullName: member.fullName,
    email,
    jobTitle: member.jobTitle ?? null,
    phone: phone ? { typed: phone.typed, dialled: dialledNumber(phone) } : null,
    startsOn: member.startsOn ?? null,
    endsOn: member.endsOn ?? null,
    createdBy: by,
    now: needs.clock.now(),
  });
  if (!added) throw new Error('somebody who was to be moved is at the successor already');
  if (member.state === 'on-leave') await keepOnLeave(tx, id, member);
  return id;
}

interface Moved extends Move {
  moved: Mover[];
  /** Who looked after the people of the closed one, before they were moved themselves. */
  readers: Administrator[];
}

async function afterwards(needs: MovePeopleNeeds, tx: Tx, by: Actor, { from, to, moved, readers }: Moved) {
  const { services } = needs.settings.organisations;
  const people = moved.map(({ member, brings }) => ({
    name: member.fullName,
    roles: brings.map((role) => roleTitle(services, role)),
  }));
  const tell = (practice: Organisation, administrators: Administrator[]) =>
    tellAdministrators(needs, tx, administrators, {
      kind: 'people-moved',
      practice,
      write: (_, language) => peopleMovedEmail({ from, to, people, origin: needs.origin }, language),
    });
  await tell(from, readers);
  const alreadyTold = new Set(readers.map(({ accountId }) => accountId));
  const there = await listAdministrators(tx, to.id);
  await tell(
    to,
    there.filter(({ accountId }) => !alreadyTold.has(accountId)),
  );
  if ((await listLiveMembers(tx, from.id)).length === 0)
    await finishSuccessorTask(tx, from.id, by.person.accountId, needs.clock.now());
}
