import type { Actor } from '../../kernel/actor.ts';
import { NotFound } from '../../kernel/endings.ts';
import { isId } from '../../kernel/ids.ts';
import { ask } from '../../kernel/policy.ts';
import type { Queryable } from '../../platform/database/database.ts';
import type { AccessRequestId } from '../access-request.ts';
import { findHere, type Here, type HereNeeds } from '../here.ts';
import { findLiveMember } from '../members/member.store.ts';
import type { Member } from '../members/member.ts';
import { listPlaces, type PlaceChoice } from '../places/places.ts';
import { decideRequests } from '../policy.ts';
import { findRequest, type ListedRequest } from './access-requests.store.ts';

/** A request, as an address names it: `/organisations/:code/requests/:id`. */
export interface RequestAddress {
  code: string;
  id: string;
}

/** One of this organisation's requests; who may not decide them learns nothing about any. */
export async function findRequestHere(
  needs: HereNeeds,
  db: Queryable,
  actor: Actor | undefined,
  { code, id }: RequestAddress,
): Promise<{ here: Here; request: ListedRequest }> {
  const here = await findHere(needs, db, code);
  ask(decideRequests, actor, here);
  const request = isId(id) ? await findRequest(db, here.place, id as AccessRequestId) : undefined;
  if (!request) throw new NotFound('access request');
  return { here, request };
}

/** Whether who asks is one of the people already, or was invited: by the account, or by the address. */
export async function findAsMember(
  db: Queryable,
  { practice }: Pick<Here, 'practice'>,
  { accountId, emailCanonical }: Pick<ListedRequest, 'accountId' | 'emailCanonical'>,
): Promise<Member | undefined> {
  const known = accountId && (await findLiveMember(db, practice.id, { accountId }));
  return known ?? findLiveMember(db, practice.id, { emailCanonical });
}

/** The places that an actor decides about, the whole practice first where it is theirs to decide. */
export const listPlacesToDecide = async (
  needs: HereNeeds,
  db: Queryable,
  actor: Actor | undefined,
  here: Here,
): Promise<PlaceChoice[]> =>
  (await listPlaces(needs, db, actor, here)).filter(({ place }) =>
    decideRequests.allows(actor, { place, services: here.services }),
  );

/** How a form names a place: by its code. */
export const codeOfPlace = ({ branch }: PlaceChoice, { practice }: Pick<Here, 'practice'>): string =>
  branch?.code ?? practice.code;
