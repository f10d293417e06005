import { askFresh } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { ask } from '../../kernel/policy.ts';
import { type Database, inTransaction } from '../../platform/database/database.ts';
import { type EndMemberNeeds, type EndMemberOutcome, endMember } from '../members/end-member.ts';
import type { RemovalReason } from '../members/member.ts';
import { holdPersonHere, type PersonAddress } from '../members/person-here.ts';
import { removePerson as mayRemove } from '../policy.ts';

export interface RemovePersonNeeds extends EndMemberNeeds {
  database: Database;
}

export interface Removal extends PersonAddress {
  because: RemovalReason;
  note: string;
}

/** Ends somebody's access to one organisation from their next request on. Why is kept, and not told to them. */
export async function removePerson(
  needs: RemovePersonNeeds,
  actor: Actor | undefined,
  removal: Removal,
): Promise<EndMemberOutcome> {
  return inTransaction(needs.database, async (tx) => {
    const { by, here, member, of } = await holdPersonHere(needs, tx, actor, removal);
    ask(mayRemove, by, of);
    askFresh(needs, by);
    const { because, note } = removal;
    return endMember(needs, tx, { practice: here.practice, member, by, because, note });
  });
}
