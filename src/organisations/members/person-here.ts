import { lockAccount } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import type { Queryable, Tx } from '../../platform/database/database.ts';
import { findHere, type Here, type HereNeeds, holdHere } from '../here.ts';
import { type OfPerson, seePeople } from '../policy.ts';
import { findMember } from './member.store.ts';
import type { Member, MemberId } from './member.ts';

/** Somebody of an organisation, as an address names them: `/organisations/:code/users/:id`. */
export interface PersonAddress {
  code: string;
  id: string;
}

export interface PersonHere {
  here: Here;
  member: Member;
  /** What the policies are asked about: judged where the person is, whichever address led to them. */
  of: OfPerson;
}

/**
 * One's own people, as far as one sees them: of a branch, whoever looks after that alone. Who may not see people at all is
 * refused; anybody else is not found.
 */
export async function findPersonHere(
  needs: HereNeeds,
  db: Queryable,
  actor: Actor | undefined,
  { code, id }: PersonAddress,
): Promise<PersonHere> {
  const here = await findHere(needs, db, code);
  return seePerson(actor, here, await memberOf(db, here, id));
}

/**
 * Holds somebody against a second change: their account, then the practice. The actor comes back with what they hold
 * now, so that a role that ended meanwhile changes nothing any more.
 */
export async function holdPersonHere(
  needs: HereNeeds,
  tx: Tx,
  actor: Actor | undefined,
  { code, id }: PersonAddress,
): Promise<PersonHere & { by: Actor | undefined }> {
  const here = await findHere(needs, tx, code);
  const before = await memberOf(tx, here, id);
  if (before?.accountId) await lockAccount(tx, before.accountId);
  const by = await holdHere(tx, actor, here);
  return { ...seePerson(by, here, await memberOf(tx, here, id)), by };
}

const memberOf = async (db: Queryable, { practice }: Here, id: string) =>
  isId(id) ? findMember(db, practice.id, id as MemberId) : undefined;

function seePerson(actor: Actor | undefined, here: Here, member: Member | undefined): PersonHere {
  const { place, services } = here;
  ask(seePeople, actor, { place, services });
  const of = member && recordOf(here, member);
  if (!member || !of || isElsewhere(here, member) || !seePeople.allows(actor, of))
    throw new NotFound('member');
  return { here, member, of };
}

/** Of another branch than the one that the address names. */
const isElsewhere = ({ place }: Here, { branchId }: Member): boolean =>
  place.branchId !== undefined && branchId !== undefined && branchId !== place.branchId;

/** A member as the policies know them. */
export const recordOf = ({ place, services }: Here, { branchId, roles, accountId }: Member): OfPerson => ({
  place: { ...place, branchId },
  services,
  roles,
  accountId,
});
