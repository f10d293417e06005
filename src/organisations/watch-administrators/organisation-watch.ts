import type { OrganisationWatch } from '../../identity/index.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type EndMemberNeeds, endMember } from '../members/end-member.ts';
import { countAdministrators, findMember } from '../members/member.store.ts';
import { findById, holdOrganisation } from '../places/organisation.store.ts';
import { type KeepAdministeredNeeds, keepAdministered } from './keep-administered.ts';
import { type Administered, listAdministered, listMembersOf } from './watch-administrators.store.ts';

export type OrganisationWatchNeeds = KeepAdministeredNeeds & EndMemberNeeds;

/** What identity asks of organisations when an account goes, or comes back. */
export const organisationWatch = (needs: OrganisationWatchNeeds): OrganisationWatch => ({
  listOrphaned: async (db, account) => {
    const alone: string[] = [];
    for (const { practice, member, name } of await listAdministered(db, account))
      if ((await countAdministrators(db, practice, member)) === 0) alone.push(name);
    return alone.sort();
  },
  async holdOrphaned(tx, account) {
    for (const { practice } of await listAdministered(tx, account)) await holdOrganisation(tx, practice);
    return this.listOrphaned(tx, account);
  },
  settle: async (tx, account) => {
    for (const { practice } of await listAdministered(tx, account)) await settlePractice(needs, tx, practice);
  },
  endAccess: (tx, account) => endEverywhere(needs, tx, account),
});

async function settlePractice(needs: OrganisationWatchNeeds, tx: Tx, practice: Administered['practice']) {
  await holdOrganisation(tx, practice);
  await keepAdministered(needs, tx, practice);
}

async function endEverywhere(needs: OrganisationWatchNeeds, tx: Tx, account: AccountId): Promise<void> {
  for (const { id, practice: practiceId } of await listMembersOf(tx, account)) {
    await holdOrganisation(tx, practiceId);
    const practice = await findById(tx, practiceId);
    const member = await findMember(tx, practiceId, id);
    if (!practice || !member) throw new Error('a member of an account that is held vanished');
    await endMember(needs, tx, {
      practice,
      member,
      by: 'system',
      because: 'account-erased',
      evenTheLast: true,
    });
    await keepAdministered(needs, tx, practiceId);
  }
}
