import { askFresh } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { dayAt, daysFrom } from '../../kernel/calendar-day.ts';
import { ask } from '../../kernel/policy.ts';
import { wordsIn } from '../../kernel/words.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { countAdministrators } from '../members/member.store.ts';
import { holdPersonHere, type PersonAddress, type PersonHere } from '../members/person-here.ts';
import { type ReturnMemberNeeds, returnMember } from '../members/return-member.ts';
import { tellMember } from '../members/tell-member.ts';
import { changePerson } from '../policy.ts';
import { applyRoles } from '../roles/apply-roles.ts';
import { looksAfterPeople } from '../roles/roles.ts';
import { leaveEmail } from './leave.email.tsx';
import { markOnLeave } from './leave.store.ts';
import { leaveWords } from './leave.words.ts';

export interface LeaveNeeds extends ReturnMemberNeeds {
  database: Database;
}

export interface Leave extends PersonAddress {
  returnsOn: string;
}

/** A longer leave is somebody who has left: two years. */
export const longestLeaveDays = 731;

export type StartLeaveOutcome =
  | { outcome: 'on-leave' }
  /** They have not accepted yet, are on leave already, or were removed. */
  | { outcome: 'not-active' }
  | { outcome: 'returns-too-soon' }
  | { outcome: 'returns-too-late' }
  | { outcome: 'last-administrator' };

/** Suspends somebody until the day they are expected back; their roles count again from then on by themselves. */
export async function startLeave(
  needs: LeaveNeeds,
  actor: Actor | undefined,
  { returnsOn, ...address }: Leave,
): Promise<StartLeaveOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const { by, ...person } = await holdPersonHere(needs, tx, actor, address);
    ask(changePerson, by, person.of);
    askFresh(needs, by);
    const problem = await findProblem(needs, tx, person, returnsOn);
    if (problem) return problem;
    await suspend(needs, tx, by, person, returnsOn);
    return { outcome: 'on-leave' };
  });
}

async function findProblem(
  needs: LeaveNeeds,
  tx: Tx,
  { here, member }: PersonHere,
  returnsOn: string,
): Promise<StartLeaveOutcome | undefined> {
  if (member.state !== 'active') return { outcome: 'not-active' };
  const today = dayAt(needs.clock.now(), needs.settings.service.timeZone);
  if (returnsOn <= today) return { outcome: 'returns-too-soon' };
  if (returnsOn > daysFrom(today, longestLeaveDays)) return { outcome: 'returns-too-late' };
  const others = await countAdministrators(tx, here.practice.id, member.id);
  return looksAfterPeople(member.roles) && others === 0 ? { outcome: 'last-administrator' } : undefined;
}

async function suspend(
  needs: LeaveNeeds,
  tx: Tx,
  by: Actor,
  { here: { practice }, member }: PersonHere,
  returnsOn: string,
) {
  if (!(await markOnLeave(tx, member.id, returnsOn)))
    throw new Error('a member who is held was not active any more');
  await applyRoles(needs, tx, member.id, { by: by.person.accountId, because: 'on-leave' });
  await needs.audit.record(tx, {
    action: 'member-on-leave',
    actor: by,
    ...(member.accountId && { subject: member.accountId }),
    organisation: practice.id,
    record: { type: 'member', id: member.id },
    detail: { returnsOn },
  });
  const { support } = needs.settings;
  await tellMember(needs, tx, member, {
    kind: 'leave-began',
    practice,
    write: ({ fullName: name }, language) =>
      leaveEmail(
        { name, organisation: practice.name, returnsOn, support },
        wordsIn(leaveWords, language).email,
      ),
  });
}

export type EndLeaveOutcome = { outcome: 'returned' } | { outcome: 'not-on-leave' };

/** Whoever is back early has their access again at once. */
export async function endLeave(
  needs: LeaveNeeds,
  actor: Actor | undefined,
  address: PersonAddress,
): Promise<EndLeaveOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const { by, here, member, of } = await holdPersonHere(needs, tx, actor, address);
    ask(changePerson, by, of);
    askFresh(needs, by);
    const { practice } = here;
    return (await returnMember(needs, tx, { practice, member, by }))
      ? { outcome: 'returned' }
      : { outcome: 'not-on-leave' };
  });
}
