import { lockAccount } from '../../identity/index.ts';
import type { AccountId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type EndMemberNeeds, endMember } from '../members/end-member.ts';
import { findMember } from '../members/member.store.ts';
import type { EndedBecause, Member } from '../members/member.ts';
import type { Organisation } from '../places/organisation.ts';
import type { PersonThere } from './closures.store.ts';

/** The accounts of some people, held in the order that everybody takes them in. */
export async function holdAccountsOf(tx: Tx, people: readonly PersonThere[]): Promise<void> {
  const accounts = people.flatMap(({ accountId }): AccountId[] => (accountId ? [accountId] : []));
  for (const account of accounts.sort()) await lockAccount(tx, account);
}

/** Ends what these people have at a practice, by itself; their accounts and the practice are held. */
export async function endPeople(
  needs: EndMemberNeeds,
  tx: Tx,
  practice: Organisation,
  people: readonly PersonThere[],
  because: EndedBecause,
): Promise<Member[]> {
  const ended: Member[] = [];
  for (const { id } of people) {
    const member = await findMember(tx, practice.id, id);
    if (!member) continue;
    const ending = { practice, member, by: 'system', because, evenTheLast: true } as const;
    if ((await endMember(needs, tx, ending)).outcome === 'ended') ended.push(member);
  }
  return ended;
}
