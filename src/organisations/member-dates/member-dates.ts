import { lockAccount } from '../../identity/index.ts';
import { dayAt } from '../../kernel/calendar-day.ts';
import { minutes } from '../../kernel/duration.ts';
import { type Database, inTransaction, type Tx } from '../../platform/database/database.ts';
import { type DueWork, eachApart } from '../../platform/jobs/index.ts';
import { type EndMemberNeeds, endMember } from '../members/end-member.ts';
import { findMember } from '../members/member.store.ts';
import type { Member } from '../members/member.ts';
import { type ReturnMemberNeeds, returnMember } from '../members/return-member.ts';
import { tellAccessNow } from '../members/tell-access-now.ts';
import { findById, holdOrganisation } from '../places/organisation.store.ts';
import type { Organisation } from '../places/organisation.ts';
import { applyRoles } from '../roles/apply-roles.ts';
import {
  type DueMember,
  listEnded,
  listEndingSoon,
  listReturning,
  listStarting,
} from './member-dates.store.ts';
import { noticeDay, tellOfEnds } from './tell-of-end.ts';

export type MemberDatesNeeds = EndMemberNeeds & ReturnMemberNeeds & { database: Database };

const atOnce = 100;

/**
 * What the days of members do by themselves: access begins, comes back after leave, and ends; an end is told of before.
 * A day begins and ends at midnight in the portal's time zone.
 */
export const memberDatesWork = (needs: MemberDatesNeeds): DueWork => ({
  name: 'member-dates',
  every: minutes(5),
  runDue: async (now) => {
    const today = dayAt(now, needs.settings.service.timeZone);
    const settle = (list: typeof listEnded, day: string, how: Settle) => async () =>
      settleEach(needs, await list(needs.database, day, atOnce), how);
    return eachApart(
      [
        settle(listEnded, today, end(today)),
        settle(listReturning, today, takeBack(today)),
        settle(listStarting, today, begin(today)),
        async () => tellEach(needs, await listEndingSoon(needs.database, noticeDay(needs, today), atOnce)),
      ],
      (step) => step(),
    );
  },
});

type Settle = (needs: MemberDatesNeeds, tx: Tx, practice: Organisation, member: Member) => Promise<void>;

/** One transaction each, so that one who cannot be settled holds nobody up. */
const settleEach = (needs: MemberDatesNeeds, due: DueMember[], settle: Settle): Promise<number> =>
  eachApart(due, (one) =>
    inTransaction(needs.database, async (tx) => {
      const held = await hold(tx, one);
      if (held) await settle(needs, tx, held.practice, held.member);
      return 1;
    }),
  );

/** Of one practice together, so that whoever looks after it is not written to for each of them. */
function tellEach(needs: MemberDatesNeeds, due: DueMember[]): Promise<number> {
  const practices = [...new Set(due.map(({ organisationId }) => organisationId))];
  return eachApart(practices, (id) =>
    inTransaction(needs.database, async (tx) => {
      const theirs = due.filter(({ organisationId }) => organisationId === id);
      for (const account of theirs.flatMap(({ accountId }) => accountId ?? []).sort())
        await lockAccount(tx, account);
      await holdOrganisation(tx, id);
      const practice = await findById(tx, id);
      if (!practice) return 0;
      const members = await Promise.all(theirs.map((one) => findMember(tx, id, one.id)));
      await tellOfEnds(
        needs,
        tx,
        practice,
        members.flatMap((member) => member ?? []),
      );
      return theirs.length;
    }),
  );
}

async function hold(tx: Tx, { id, organisationId, accountId }: DueMember) {
  if (accountId) await lockAccount(tx, accountId);
  await holdOrganisation(tx, organisationId);
  const practice = await findById(tx, organisationId);
  const member = await findMember(tx, organisationId, id);
  return practice && member && { practice, member };
}

/** The last administrator's day counts too: staff are asked to see to it. */
const end =
  (today: string): Settle =>
  async (needs, tx, practice, member) => {
    if (member.ended || !member.endsOn || member.endsOn >= today) return;
    const ending = { practice, member, by: 'system', because: 'end-date', evenTheLast: true } as const;
    await endMember(needs, tx, ending);
  };

const takeBack =
  (today: string): Settle =>
  async (needs, tx, practice, member) => {
    if (member.state !== 'on-leave' || !member.returnsOn || member.returnsOn > today) return;
    await returnMember(needs, tx, { practice, member, by: 'system' });
  };

const begin =
  (today: string): Settle =>
  async (needs, tx, practice, member) => {
    if (member.state !== 'active' || !member.startsOn || member.startsOn > today) return;
    await applyRoles(needs, tx, member.id, { by: null, because: 'roles-changed' });
    await needs.audit.record(tx, {
      action: 'member-access-began',
      actor: 'system',
      ...(member.accountId && { subject: member.accountId }),
      organisation: practice.id,
      record: { type: 'member', id: member.id },
    });
    await tellAccessNow(needs, tx, practice, member.id, 'begun');
  };
