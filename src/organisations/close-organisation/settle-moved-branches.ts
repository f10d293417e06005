import { dayAt } from '../../kernel/calendar-day.ts';
import { minutes } from '../../kernel/duration.ts';
import { inTransaction, type Tx } from '../../platform/database/database.ts';
import { type DueWork, eachApart } from '../../platform/jobs/index.ts';
import { listAdministrators } from '../administrators/administrators.store.ts';
import { tellAdministrators } from '../members/tell-member.ts';
import { findById, holdOrganisation } from '../places/organisation.store.ts';
import { branchCameEmail, branchGoneEmail } from './closed.email.tsx';
import { endPeople, holdAccountsOf } from './end-people.ts';
import { listLeftBehind, listMovedBranches, type MovedBranch } from './moved-branches.store.ts';
import type { WatchClosuresNeeds } from './watch-closures.ts';

const peopleAtOnce = 50;
const branchesAtOnce = 20;

/**
 * A branch that the register gave to another practice takes nobody along: what was held there ended with the import,
 * and here so do those who were limited to it. Both practices are told, and decide whom they want.
 */
export const settleMovedBranchesWork = (needs: WatchClosuresNeeds): DueWork => ({
  name: 'settle-moved-branches',
  every: minutes(10),
  runDue: async (now) => {
    const today = dayAt(now, needs.settings.service.timeZone);
    return eachApart(await listMovedBranches(needs.database, today, branchesAtOnce), (moved) =>
      inTransaction(needs.database, (tx) => settle(needs, tx, moved)),
    );
  },
});

async function settle(needs: WatchClosuresNeeds, tx: Tx, moved: MovedBranch): Promise<number> {
  const people = await listLeftBehind(tx, moved, peopleAtOnce);
  await holdAccountsOf(tx, people);
  await holdOrganisation(tx, moved.practiceId);
  const [branch, practice, newPractice] = [
    await findById(tx, moved.branchId),
    await findById(tx, moved.practiceId),
    await findById(tx, moved.newPracticeId),
  ];
  if (!branch || !practice || !newPractice) throw new Error('an organisation vanished while a branch moved');
  if (branch.parentId === practice.id) return 0;
  const ended = await endPeople(needs, tx, practice, people, 'branch-moved');
  if (ended.length === 0) return 0;
  const facts = { branch, practice, newPractice, origin: needs.origin };
  const names = ended.map(({ fullName }) => fullName);
  await tellAdministrators(needs, tx, await listAdministrators(tx, practice.id), {
    kind: 'branch-moved',
    practice,
    write: (_, language) => branchGoneEmail({ ...facts, names }, language),
  });
  await tellAdministrators(needs, tx, await listAdministrators(tx, newPractice.id), {
    kind: 'branch-moved',
    practice: newPractice,
    write: (_, language) => branchCameEmail(facts, language),
  });
  return ended.length;
}
