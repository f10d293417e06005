import { type AdministerNeeds, askFresh, lockAccount, reactivateUnused } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { ask } from '../../kernel/policy.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { findPersonHere, holdPersonHere, type PersonAddress } from '../members/person-here.ts';
import { holdOrganisation } from '../places/organisation.store.ts';
import { changePerson, decideRequests } from '../policy.ts';
import { listPracticesOf } from './reactivate-person.store.ts';

export interface ReactivatePersonNeeds extends AdministerNeeds {
  database: Database;
}

export type ReactivatePersonOutcome = Awaited<ReturnType<typeof reactivateUnused>>;

/**
 * Opens the account of one of an organisation's people again, where it was only not used. All their organisations are
 * held first, in order, because the account comes back to each of them.
 */
export async function reactivatePerson(
  needs: ReactivatePersonNeeds,
  actor: Actor | undefined,
  address: PersonAddress,
): Promise<ReactivatePersonOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const { accountId } = (await findPersonHere(needs, tx, actor, address)).member;
    if (accountId) {
      await lockAccount(tx, accountId);
      for (const practice of await listPracticesOf(tx, accountId)) await holdOrganisation(tx, practice);
    }
    const { by, here, member, of } = await holdPersonHere(needs, tx, actor, address);
    ask(decideRequests, by, of);
    ask(changePerson, by, of);
    askFresh(needs, by);
    if (!accountId || member.ended) return { outcome: 'not-unused' };
    return reactivateUnused(needs, tx, { accountId, by, organisation: here.practice });
  });
}
